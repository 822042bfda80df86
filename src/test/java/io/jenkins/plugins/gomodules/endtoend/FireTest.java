package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that can go wrong on a network, at once: a prefetch ends with a complete and verified cache, or with failures that
 * name their causes; never with a byte that nobody vouched for, and never without letting go of what it held.
 *
 * <p>{@code -Dgomodules.fire=200} says how many prefetches there are, {@code -Dgomodules.seed=17} which is the first; the
 * number of one is a complete description of what it meets.
 */
class FireTest {

    private static final int DAYS = Integer.getInteger("gomodules.fire", 6);
    private static final int FIRST = Integer.getInteger("gomodules.seed", 1);

    /** They wait most of the time. */
    private static final int AT_ONCE = 3;

    @TempDir
    Path temp;

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    @Test
    void everyPrefetchEndsWellOrSaysWhy() throws Exception {
        Set<Thread> before = Leaks.threads();
        FireLog log = new FireLog();
        List<String> wrong = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (FireHosts hosts = FireHosts.start(temp.resolve("hosts"))) {
            Map<Integer, Future<?>> days = new LinkedHashMap<>();
            for (int day = FIRST; day < FIRST + DAYS; day++) {
                FireDay prefetch = new FireDay(day, hosts, log);
                Path directory = temp.resolve("day" + day);
                days.put(day, threads.submit(() -> prefetch.run(directory)));
            }
            for (Map.Entry<Integer, Future<?>> day : days.entrySet()) {
                try {
                    day.getValue().get();
                } catch (ExecutionException e) {
                    wrong.add("day " + day.getKey() + ": " + e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println(log);
        assertEquals("", String.join("\n\n", wrong));
        Leaks.none(before, temp);
    }
}
