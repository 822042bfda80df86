package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.OddZip;
import io.jenkins.plugins.gomodules.testing.OddZips;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile zips are refused although nothing but their rules speaks against them; odd ones are taken. */
class HostileZipsTest {

    private static final ModuleFixture MODULE =
            ModuleFixture.module("example.com/odd", "v1.0.0").build();

    @TempDir
    Path temp;

    static Stream<OddZip> hostile() {
        return OddZips.hostile(MODULE).stream();
    }

    static Stream<OddZip> harmless() {
        return OddZips.of(MODULE).stream().filter(OddZip::valid);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithoutATrace(OddZip zip) throws Exception {
        try (Bed bed = Bed.of(temp, MODULE)) {
            bed.proxy().add(MODULE.withZip(zip.bytes()));
            Files.delete(bed.project().resolve("go.sum"));
            PrefetchReport report = unverified(bed).run();
            assertFalse(report.succeeded());
            PrefetchFailure failure = report.failures().get(0);
            assertEquals("example.com/odd@v1.0.0", failure.name());
            assertEquals("module-zip-invalid", failure.cause(), failure.toString());
            Set<String> left = CacheSnapshot.of(bed.cache()).entries().keySet().stream()
                    .filter(n -> n.contains("odd"))
                    .map(n -> n.substring(n.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
            left.removeAll(Set.of("odd", "@v", "list", "v1.0.0.lock", "v1.0.0.info", "v1.0.0.mod"));
            assertEquals(Set.of(), left);
            try (Stream<Path> all = Files.walk(temp)) {
                assertEquals(
                        List.of(),
                        all.filter(p -> p.getFileName().toString().startsWith("escaped"))
                                .toList());
            }
            assertFalse(Files.exists(Path.of("/tmp/escaped.go")) || Files.exists(Path.of("/etc/escaped.go")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void isTakenAsTheGoCommandDoes(OddZip zip) throws Exception {
        ModuleFixture odd = new ModuleFixture(
                MODULE.path(), MODULE.version(), MODULE.info(), MODULE.mod(), zip.bytes(), zip.hash());
        Scenario scenario = Scenario.of(zip.name())
                .main("\ngo 1.21\n\nrequire example.com/odd v1.0.0\n")
                .proxy(odd);
        SideBySide.compare(temp, scenario);
    }

    private static Prefetch unverified(Bed bed) {
        return bed.prefetch().options(o -> o.verify(Verification.OFF));
    }
}
