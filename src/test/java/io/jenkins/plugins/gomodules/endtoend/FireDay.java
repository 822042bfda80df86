package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import io.jenkins.plugins.gomodules.testing.Trouble;
import io.jenkins.plugins.gomodules.testing.Weather;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One prefetch under fire, and what must be true afterwards. Its number says what it meets. */
final class FireDay {

    private static final int RETRIES = 3;
    private static final int[] PERCENT = {3, 10, 25, 60};

    /** Ends in a failure what would hang. */
    private static final int LIMIT_SECONDS = 90;

    /** One day in so many, something never comes, and the prefetch's own time limit has to end it. */
    private static final int STALLS = 8;

    private static final int STALLED_SECONDS = 2;

    private final FireHosts hosts;
    private final FireLog log;
    private final Weather weather;
    private final boolean mild;
    private final boolean stalled;
    private final boolean secondProxy;
    private final int victim;

    FireDay(int day, FireHosts hosts, FireLog log) {
        this.hosts = hosts;
        this.log = log;
        // Small seeds begin alike.
        Random random = new Random(day * 0x9E3779B97F4A7C15L);
        int percent = PERCENT[random.nextInt(PERCENT.length)];
        mild = random.nextInt(5) < 2;
        stalled = day % STALLS == 3;
        secondProxy = random.nextInt(4) == 0;
        victim = random.nextInt(hosts.modules().size());
        boolean lasting = !mild && random.nextInt(3) == 0;
        weather = new Weather(
                day,
                percent,
                lasting ? Integer.MAX_VALUE : RETRIES - 1,
                mild ? Trouble.PASSING : Set.of(Trouble.values()),
                hosts.elsewhere());
    }

    Void run(Path directory) throws Exception {
        Gate never = new Gate();
        try (Bed bed = Bed.of(directory, hosts.modules())) {
            bed.proxy().on("*").answer(weather);
            if (stalled) {
                String zip = hosts.modules().get(victim).url("zip");
                bed.proxy().on(zip).answer(Fault.stallAfter(100, never));
            }
            String proxies =
                    bed.proxy().url() + (secondProxy ? "|" + hosts.mirror().url() : "");
            PrefetchReport report = bed.prefetch()
                    .proxy(proxies)
                    .options(o -> o.retries(RETRIES).timeoutSeconds(stalled ? STALLED_SECONDS : LIMIT_SECONDS))
                    .run();
            never.open();
            log.ended(weather, report);
            bed.proxy().awaitNoConnections();
            check(report, bed.cache());

            bed.proxy().heal();
            PrefetchReport repaired = bed.prefetch().succeed();
            assertEquals(hosts.modules().size(), repaired.verified());
            assertEquals(List.of(), differences(bed.cache()), "after repair");
        }
        Trees.delete(directory);
        return null;
    }

    private void check(PrefetchReport report, Path cache) throws IOException {
        List<String> differences = differences(cache);
        if (report.succeeded()) {
            assertEquals(List.of(), differences, "complete");
            assertEquals(hosts.modules().size(), report.verified());
            return;
        }
        assertTrue(!mild || stalled, () -> "a mild day fails nobody: " + report.failures());
        differences.removeIf(d -> d.startsWith("missing "));
        assertEquals(List.of(), differences, "in the cache of a prefetch that failed");
        report.failures().forEach(this::check);
    }

    private void check(PrefetchFailure failure) {
        String all = failure.toString();
        assertTrue(FireLog.CAUSES.contains(failure.cause()), all);
        boolean ofTime = failure.cause().equals("prefetch-timeout");
        assertTrue(!ofTime || stalled, all);
        assertTrue(failure.message().contains("127.0.0.") || ofTime, all);
        assertTrue(failure.module().startsWith("example.com/Group/m") || ofTime, all);
        assertTrue(failure.message().length() < 2_000, all);
        assertFalse(failure.message().chars().anyMatch(Character::isISOControl), all);
    }

    /**
     * What is not as it would be without any trouble, save for what nothing vouches for: the time that an .info file tells,
     * and those bytes of a zip that are not of its files, such as their times.
     */
    private List<String> differences(Path cache) throws IOException {
        List<String> differences = new ArrayList<>(CacheSnapshot.of(cache).differencesFrom(hosts.clean()));
        for (ModuleFixture module : hosts.modules()) {
            String info = "differs cache/download" + module.url("info") + ":";
            String zip = "differs cache/download" + module.url("zip") + ":";
            boolean lied = weather.bent().contains(module.url("info"));
            differences.removeIf(d -> lied && d.startsWith(info));
            if (differences.stream().anyMatch(d -> d.startsWith(zip))) {
                Path stored = cache.resolve("cache/download" + module.url("zip"));
                assertEquals(module.zipHash(), Hashes.h1(stored), "the files in " + stored);
                differences.removeIf(d -> d.startsWith(zip));
            }
        }
        return differences;
    }
}
