package io.jenkins.plugins.gomodules.sumdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What sum.golang.org answered about three modules, with its heads of 51,929,436, 66,327,379 and 66,398,721 records: the files
 * that the go command kept of it, signed with the key that is built in.
 */
class RealDatabaseTest {
    private static final String NAME = "sum.golang.org";
    private static final ModuleVersion QUOTE = new ModuleVersion("rsc.io/quote", "v1.5.2");
    private static final ModuleVersion TOML = new ModuleVersion("github.com/BurntSushi/toml", "v1.3.2");
    private static final ModuleVersion MOD = new ModuleVersion("golang.org/x/mod", "v0.20.0");

    private static Path recorded() {
        try {
            return Path.of(RealDatabaseTest.class.getResource(NAME).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static MemoryOps database() {
        MemoryOps ops = new MemoryOps();
        Path root = recorded();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ops.remote.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ops;
    }

    private static SumDbClient client(MemoryOps ops, String gosumdb) {
        return new SumDbClient(SumDbSetting.parse(gosumdb), ops, Runnable::run);
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(List.of(QUOTE, TOML, MOD)),
                Arguments.of(List.of(TOML, MOD, QUOTE)),
                Arguments.of(List.of(TOML, QUOTE, MOD)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void threeHeadsOnOneLine(List<ModuleVersion> order) throws Exception {
        MemoryOps ops = database();
        SumDbClient client = client(ops, NAME);
        for (ModuleVersion module : order) {
            ModuleSums sums = client.lookup(module);
            if (module.equals(QUOTE)) {
                assertEquals(List.of("h1:w5fcysjrx7yqtD/aO+QwRjYZOKnaM9Uh2b40tElTs3Y="), sums.zip());
                assertEquals(List.of("h1:LzX7hefJvL54yjefDEDHNONDjII0t9xZLPXsUe+TKr0="), sums.goMod());
            }
            assertEquals(1, sums.zip().size());
        }
        assertArrayEquals(ops.remote.get("latest"), ops.config.get(NAME + "/latest"));
    }

    /** In the order in which the go command asked: what it has cached is what is cached here. */
    @ParameterizedTest
    @ValueSource(strings = {NAME, "sum.golang.google.cn"})
    void theSameFilesAreKept(String gosumdb) throws Exception {
        MemoryOps ops = database();
        for (ModuleVersion module : List.of(QUOTE, TOML, MOD)) {
            client(ops, gosumdb).lookup(module);
        }
        Set<String> expected = new HashSet<>();
        ops.remote.keySet().forEach(path -> expected.add(NAME + "/" + path));
        expected.remove(NAME + "/latest");
        assertEquals(expected, ops.cache.keySet());
        for (String file : expected) {
            assertArrayEquals(ops.remote.get(file.substring(NAME.length() + 1)), ops.cache.get(file), file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lookup/rsc.io/quote@v1.5.2", "tile/8/0/003", "tile/8/1/000", "tile/8/2/000", "tile/8/3/000.p/3"
            })
    void aBitThatIsWrongIsSeen(String path) {
        MemoryOps ops = database();
        byte[] bytes = ops.remote.get(path);
        bytes[bytes.length / 3] ^= 1;
        assertThrows(SumDbException.class, () -> client(ops, NAME).lookup(QUOTE));
    }
}
