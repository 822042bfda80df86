package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody wrote to be read: they are refused or read, never anything else, and always soon. */
class HostileFilesTest {

    /** Fixed, so that a failure comes again; the mutation that fails is in the message. */
    private static final long SEED = 20261;

    private static final int MUTATIONS = 3_000;

    private interface Parser {
        void parse(byte[] data) throws ModFileException;
    }

    private static final List<Parser> PARSERS = List.of(
            data -> GoMod.parse("go.mod", data),
            data -> GoMod.parseDependency("go.mod", data),
            data -> GoWork.parse("go.work", data),
            data -> GoSum.parse("go.sum", data),
            data -> VendorModules.parse("modules.txt", data));

    @Test
    void mutationsOfGoodFilesGiveOneKindOfException() {
        List<byte[]> seeds = new ArrayList<>();
        for (String directory : List.of("mod", "work", "bad-mod", "lax", "vendor")) {
            Archive.in(directory)
                    .forEach(archive -> archive.texts().keySet().forEach(name -> seeds.add(archive.bytes(name))));
        }
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] data = mutate(seeds.get(random.nextInt(seeds.size())), seeds, random);
            Parser parser = PARSERS.get(random.nextInt(PARSERS.size()));
            String text = i + ": " + new String(data, StandardCharsets.UTF_8);
            if (assertTimeout(Duration.ofSeconds(2), () -> refuses(parser, data), text)) {
                refused++;
            }
        }
        assertTrue(refused > MUTATIONS / 4 && refused < MUTATIONS, refused + " were refused");
    }

    private static boolean refuses(Parser parser, byte[] data) {
        try {
            parser.parse(data);
            return false;
        } catch (ModFileException e) {
            assertTrue(e.problems().size() <= 50);
            assertEquals(e.problems().size(), e.getMessage().lines().count(), e.getMessage());
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(new String(data, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] mutate(byte[] seed, List<byte[]> seeds, Random random) {
        byte[] data = seed;
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(data.length + 1);
            int end = Math.min(data.length, at + random.nextInt(12));
            byte[] middle =
                    switch (random.nextInt(5)) {
                        case 0 -> new byte[0];
                        case 1 -> new byte[] {(byte) random.nextInt(256)};
                        case 2 -> token(random).getBytes(StandardCharsets.UTF_8);
                        case 3 -> repeat(Arrays.copyOfRange(data, at, end), random.nextInt(300));
                        default -> {
                            byte[] other = seeds.get(random.nextInt(seeds.size()));
                            int from = random.nextInt(other.length + 1);
                            yield Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(80)));
                        }
                    };
            data = concat(Arrays.copyOf(data, at), middle, Arrays.copyOfRange(data, end, data.length));
        }
        return data;
    }

    private static String token(Random random) {
        String[] tokens = {
            "(",
            ")",
            "\n",
            "\r\n",
            "//",
            "/*",
            "\"",
            "`",
            "\\",
            "=>",
            "[",
            "]",
            ",",
            "\0",
            "\u00a0",
            "\ufeff",
            "\u2028",
            "require",
            "replace",
            "retract",
            "module",
            "go",
            " v1.0.0",
            "// indirect",
            "/go.mod",
            "# ",
            "## explicit",
            "v99999999999999999999",
            "🦀",
            "'",
            "use ./x\n"
        };
        return tokens[random.nextInt(tokens.length)];
    }

    private static byte[] repeat(byte[] unit, int times) {
        byte[] data = new byte[unit.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(unit, 0, data, i * unit.length, unit.length);
        }
        return data;
    }

    private static byte[] concat(byte[]... parts) {
        byte[] data =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, data, at, part.length);
            at += part.length;
        }
        return data;
    }

    /** A start and what is repeated behind it. */
    static Stream<Arguments> enormous() {
        return Stream.of(
                Arguments.of("", "("),
                Arguments.of("", ")"),
                Arguments.of("", "x (\n)\n"),
                Arguments.of("require (\n", "a v1.0.0\n"),
                Arguments.of("require ", "a/"),
                Arguments.of("require \"", "\\x41"),
                Arguments.of("require a v1.0.0-", "0."),
                Arguments.of("require a v1", "0"),
                Arguments.of("require a v1.0.0 //", " indirect"),
                Arguments.of("require gopkg.in/", "1"),
                Arguments.of("// x\n".repeat(10_000) + "retract (\n", "v1\n"),
                Arguments.of("", "// Deprecated:\n"),
                Arguments.of("", "\r"),
                Arguments.of("", "\n"),
                Arguments.of("", "\0"),
                Arguments.of("", "a "),
                Arguments.of("", "\"a\" "),
                Arguments.of("", "go x\n"),
                Arguments.of("", "# a v1.0.0 => b\n"),
                Arguments.of("# a v1.0.0\n", "a\n"),
                Arguments.of("", "## ;\n"),
                Arguments.of("", "a v1 h1:x\n"),
                Arguments.of("", "replace a => ../b\n"),
                Arguments.of("", "use ./b\n"));
    }

    /** Time that grew with the square of the size would be minutes here. */
    @ParameterizedTest
    @MethodSource("enormous")
    void enormousFilesAreReadSoon(String start, String unit) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] repeated = unit.getBytes(StandardCharsets.UTF_8);
        byte[] data = concat(head, repeat(repeated, (512 << 10) / repeated.length));
        for (Parser parser : PARSERS) {
            assertTimeout(Duration.ofSeconds(10), () -> {
                try {
                    parser.parse(data);
                } catch (ModFileException e) {
                    assertTrue(e.getMessage().length() < 100_000);
                }
            });
        }
    }

    @Test
    void tooLargeFilesAreNotRead() {
        byte[] data = new byte[(16 << 20) + 1];
        for (Parser parser : PARSERS) {
            ModFileException e = assertThrows(ModFileException.class, () -> parser.parse(data));
            assertTrue(e.getMessage().contains("16 MiB"), e.getMessage());
        }
    }

    /** Each line is many times as large in memory as in the file. */
    @Test
    void linesAreLimited() {
        byte[] data = ("module m\nrequire (\n" + "a v1\n".repeat(100_001) + ")\n").getBytes(StandardCharsets.UTF_8);
        ModFileException e = assertThrows(ModFileException.class, () -> GoMod.parseDependency("go.mod", data));
        assertTrue(e.getMessage().contains("more than 100000 lines"), e.getMessage());
    }
}
