package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad day: every third answer is spoilt in one way or another, and still everything arrives. */
class FlakyNetworkTest {

    private static final List<Fault> FAULTS = List.of(
            Fault.status(500),
            Fault.status(502),
            Fault.status(503).and(Fault.retryAfter("0")),
            Fault.status(429).and(Fault.retryAfter("0")),
            Fault.cutAfter(60),
            Fault.cutAfter(0),
            Fault.cutAfter(60).and(Fault.noRanges()),
            Fault.cutAfter(60).and(Fault.chunked()),
            Fault.resetAfter(60),
            Fault.resetAtOnce(),
            Fault.hangUp(),
            Fault.contentLength(100_000),
            Fault.closing(),
            Fault.chunked());

    @TempDir
    Path temp;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void everythingArrives(int seed) throws Exception {
        List<ModuleFixture> modules = IntStream.range(0, 40)
                .mapToObj(
                        i -> ModuleFixture.module("example.com/m" + i, "v1.0.0").build())
                .toList();
        Random random = new Random(seed);
        try (Bed bed = Bed.of(temp, modules)) {
            for (ModuleFixture m : modules) {
                for (String suffix : List.of("info", "mod", "zip")) {
                    for (int attempt = 1; attempt <= 2 && random.nextInt(3) == 0; attempt++) {
                        bed.proxy()
                                .on(m.url(suffix))
                                .attempt(attempt)
                                .answer(FAULTS.get(random.nextInt(FAULTS.size())));
                    }
                }
            }
            PrefetchReport report = bed.prefetch().succeed();
            assertEquals(modules.size(), report.downloaded());
            assertTrue(report.retries() > 0);
            assertEquals(List.of(), CacheSnapshot.of(bed.cache()).differencesFrom(bed.clean()));
        }
    }
}
