package io.jenkins.plugins.gomodules.sumdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumDbClientTest {
    private static final String NAME = "sums.example.test/db";
    private static final String LATEST = NAME + "/latest";
    private static final ModuleFixture A =
            ModuleFixture.module("example.com/A", "v1.0.0").build();
    private static final ModuleFixture B =
            ModuleFixture.module("example.com/b/v2", "v2.1.0").build();
    private static final ModuleVersion MODULE_A = new ModuleVersion(A.path(), A.version());
    private static final ModuleVersion MODULE_B = new ModuleVersion(B.path(), B.version());
    private static final String PATH_A = "lookup/example.com/!a@v1.0.0";

    private static TestLog log(int before, int after) {
        return TestLog.named(NAME).filler(before).add(A).filler(after);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SumDbException assertFails(SumDbClient client, String... words) {
        SumDbException e = assertThrows(SumDbException.class, () -> client.lookup(MODULE_A));
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e::getMessage);
        }
        return e;
    }

    /** Sizes around those at which tiles fill up and levels begin. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 254, 255, 256, 257, 511, 512, 600, 65_534, 65_535, 65_536, 65_537, 66_000})
    void findsTheHashesInLogsOfAnySize(int before) throws Exception {
        for (int after : new int[] {0, 1, 300}) {
            TestLog log = log(before, after);
            MemoryOps ops = MemoryOps.of(log);
            ModuleSums sums = ops.client(log).lookup(MODULE_A);
            assertEquals(List.of(A.zipHash()), sums.zip());
            assertEquals(List.of(A.modHash()), sums.goMod());
            assertArrayEquals(utf8(log.head()), ops.config.get(LATEST));
            assertEquals(ops.asked.size(), ops.cache.size(), "all is cached: " + ops.asked);
            ops.remote.clear();
            assertEquals(sums, ops.client(log).lookup(MODULE_A), "from the cache alone");
        }
    }

    /** Every old size against every new one, where the covers differ most. */
    @Test
    void everyHeadOfOneLogContinuesTheOlder() throws Exception {
        TestLog log = log(0, 530);
        int[] sizes = {1, 2, 3, 7, 8, 127, 128, 254, 255, 256, 257, 300, 511, 512, 513, 530, 531};
        MemoryOps ops = MemoryOps.of(log, sizes);
        for (int older : sizes) {
            for (int newer : sizes) {
                ops.cache.clear();
                ops.config.put(LATEST, utf8(log.head(older)));
                ops.remote.put(PATH_A, log.lookup("example.com/!a@v1.0.0", newer));
                ops.client(log).lookup(MODULE_A);
                assertArrayEquals(
                        utf8(log.head(Math.max(older, newer))), ops.config.get(LATEST), older + " then " + newer);
            }
        }
    }

    @Test
    void anOlderHeadIsNoReasonToGoBack() throws Exception {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log, 100);
        ops.config.put(LATEST, utf8(log.head()));
        ops.remote.put(PATH_A, log.lookup("example.com/!a@v1.0.0", 100));
        assertEquals(List.of(A.zipHash()), ops.client(log).lookup(MODULE_A).zip());
        assertArrayEquals(utf8(log.head()), ops.config.get(LATEST));
    }

    /** The log lost its end, and its record numbers are given to others. */
    @Test
    void aLogThatWasRolledBackIsAFork() {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log.fork(100).add(B).filler(2));
        ops.config.put(LATEST, utf8(log.head(101)));
        ForkException e =
                assertThrows(ForkException.class, () -> ops.client(log).lookup(MODULE_A));
        assertTrue(e.getMessage().contains(" / 101 / "), e::getMessage);
        assertTrue(e.getMessage().contains(" / 103 / "), e::getMessage);
        assertArrayEquals(utf8(log.head(101)), ops.config.get(LATEST), "the head that was remembered stays");
    }

    @Test
    void aRecordBeyondTheHeadIsNotBelieved() {
        TestLog log = log(10, 0);
        MemoryOps ops = MemoryOps.of(log);
        ops.remote.put(PATH_A, log.lookup("example.com/!a@v1.0.0", 10));
        assertFails(ops.client(log), "record 10", "10 records");
    }

    @Test
    void aForkShowsBothHeadsAndTheProof() throws Exception {
        TestLog log = log(700, 0);
        TestLog fork = log.fork(600).filler(500).add(A);
        MemoryOps ops = MemoryOps.of(log);
        ops.client(log).lookup(MODULE_A);
        ops.cache.keySet().removeIf(file -> file.contains("/lookup/"));
        ops.serve(fork);
        SumDbClient client = ops.client(log);
        ForkException e = assertThrows(ForkException.class, () -> client.lookup(MODULE_A));
        for (String head : new String[] {log.head(), fork.head()}) {
            for (String line : head.strip().split("\n+")) {
                assertTrue(e.getMessage().contains(line), () -> line + " is not in " + e.getMessage());
            }
        }
        assertFalse(e.getMessage().contains("\n"), e::getMessage);
        assertTrue(Proofs.hold(e.getMessage(), log, fork), e::getMessage);
        assertArrayEquals(utf8(log.head()), ops.config.get(LATEST), "the head that was remembered stays");
        int asked = ops.asked.size();
        assertThrows(ForkException.class, () -> client.lookup(MODULE_B));
        assertEquals(asked, ops.asked.size(), "nothing more is asked");
    }

    @Test
    void twoHeadsOfOneSizeAreAForkByThemselves() {
        TestLog log = log(10, 0);
        TestLog fork = log.fork(5).filler(6);
        MemoryOps ops = MemoryOps.of(log);
        ops.config.put(LATEST, utf8(fork.head()));
        ops.remote.keySet().removeIf(path -> path.startsWith("tile/"));
        assertThrows(ForkException.class, () -> ops.client(log).lookup(MODULE_A));
    }

    @Test
    void aHeadOfAnotherKeyIsNotBelieved() {
        TestLog log = log(10, 5);
        MemoryOps ops = MemoryOps.of(log.withOtherKey());
        assertFails(ops.client(log), "not signed by " + NAME);
        assertTrue(ops.cache.isEmpty(), "nothing of it is cached");
        assertTrue(ops.config.isEmpty(), "nor remembered");
    }

    @Test
    void aSignatureOfAnotherTextIsNotBelieved() {
        TestLog log = log(10, 5);
        MemoryOps ops = MemoryOps.of(log);
        String answer = new String(ops.remote.get(PATH_A), StandardCharsets.UTF_8);
        ops.remote.put(PATH_A, utf8(answer.replace("tree\n16\n", "tree\n15\n")));
        assertFails(ops.client(log), "signature", "not valid");
    }

    @Test
    void aRecordThatIsNotTheLogsIsNotBelieved() {
        TestLog log = log(10, 5);
        MemoryOps ops = MemoryOps.of(log);
        String answer = new String(ops.remote.get(PATH_A), StandardCharsets.UTF_8);
        ops.remote.put(PATH_A, utf8(answer.replace("h1:", "h1:a")));
        assertFails(ops.client(log), "record 10");
        assertFalse(ops.cache.containsKey(NAME + "/" + PATH_A));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32 * 256 - 1, 32 * 256 + 32})
    void aTileOfTheWrongLengthIsNotBelieved(int length) {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log);
        ops.remote.put("tile/8/0/000", new byte[length]);
        assertFails(ops.client(log), "tile/8/0/000", length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/8/0/000", "tile/8/0/001.p/255", "tile/8/1/000.p/1"})
    void aTileWithAnotherBitIsNotBelieved(String tile) {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log);
        ops.remote.get(tile)[17] ^= 4;
        assertFails(ops.client(log), "tiles", "511 records");
        assertFalse(ops.cache.containsKey(NAME + "/" + tile), "nothing of it is cached");
    }

    @Test
    void whatIsSpoiltInTheCacheIsAskedForAgain() throws Exception {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log);
        ops.client(log).lookup(MODULE_A);
        for (String file : new ArrayList<>(ops.cache.keySet())) {
            byte[] good = ops.cache.get(file);
            byte[] flipped = good.clone();
            flipped[flipped.length / 2] ^= 1;
            for (byte[] bad : List.of(flipped, new byte[0], new byte[good.length])) {
                ops.cache.put(file, bad);
                assertEquals(
                        List.of(A.zipHash()), ops.client(log).lookup(MODULE_A).zip(), file);
                assertArrayEquals(good, ops.cache.get(file), file);
            }
        }
    }

    /** The log has grown since its head was signed, and serves the full tile only. */
    @Test
    void thePartOfATileIsTakenFromTheFullOne() throws Exception {
        TestLog log = log(10, 500);
        MemoryOps ops = MemoryOps.of(log);
        ops.remote.put(PATH_A, log.lookup("example.com/!a@v1.0.0", 200));
        assertEquals(List.of(A.zipHash()), ops.client(log).lookup(MODULE_A).zip());
        assertTrue(ops.asked.containsAll(List.of("tile/8/0/000.p/200", "tile/8/0/000")), ops.asked::toString);
        assertEquals(32 * 200, ops.cache.get(NAME + "/tile/8/0/000.p/200").length);
    }

    @Test
    void aHeadThatCannotBeUsedIsNamed() {
        TestLog log = log(10, 5);
        for (String bad : List.of("garbage", log.withOtherKey().head(), log.sign("go.sum database tree\n-1\nAAAA\n"))) {
            MemoryOps ops = MemoryOps.of(log);
            ops.config.put(LATEST, utf8(bad));
            assertFails(ops.client(log), "/home/user/go/pkg/sumdb/" + LATEST, "remove it");
            assertArrayEquals(utf8(bad), ops.config.get(LATEST), "it is not forgotten");
        }
    }

    @Test
    void anotherProcessMayRememberALaterHead() throws Exception {
        TestLog log = log(10, 500);
        MemoryOps ops = new MemoryOps() {
            @Override
            public synchronized boolean writeConfig(String file, java.util.Optional<byte[]> before, byte[] after) {
                if (config.isEmpty()) {
                    config.put(file, utf8(log.head()));
                    return false;
                }
                return super.writeConfig(file, before, after);
            }
        }.serve(log, 200);
        ops.remote.put(PATH_A, log.lookup("example.com/!a@v1.0.0", 200));
        ops.client(log).lookup(MODULE_A);
        assertArrayEquals(utf8(log.head()), ops.config.get(LATEST));
    }

    @Test
    void linesOfOtherModulesDoNotCount() throws Exception {
        TestLog log =
                TestLog.named(NAME).add("example.com/!a@v1.0.0", B.goSumLines() + A.path() + " v1.0.0/go.mod h2:new\n");
        ModuleSums sums = MemoryOps.of(log).client(log).lookup(MODULE_A);
        assertEquals(List.of(), sums.zip());
        assertEquals(List.of("h2:new"), sums.goMod());
    }

    @Test
    void whatTheLogDoesNotKnowIsNotFound() {
        TestLog log = log(10, 5);
        assertThrows(
                NotFoundException.class, () -> MemoryOps.of(log).client(log).lookup(MODULE_B));
    }

    /** 300 modules at once from many threads: what they share is asked for once. */
    @Test
    void whatManyShareIsFetchedOnce() throws Exception {
        TestLog log = TestLog.named(NAME);
        List<ModuleVersion> modules = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            modules.add(new ModuleVersion("example.org/m" + i, "v1.0.0"));
            log.add("example.org/m" + i + "@v1.0.0", "example.org/m" + i + " v1.0.0 h1:AAAA=\n")
                    .filler(2);
        }
        log.filler(100);
        MemoryOps ops = MemoryOps.of(log);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            SumDbClient client = new SumDbClient(SumDbSetting.parse(log.key()), ops, threads);
            List<Future<ModuleSums>> results = new ArrayList<>();
            for (ModuleVersion module : modules) {
                results.add(threads.submit(() -> client.lookup(module)));
                results.add(threads.submit(() -> client.lookup(module)));
            }
            for (Future<ModuleSums> result : results) {
                assertEquals(1, result.get().zip().size());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(new HashSet<>(ops.asked).size(), ops.asked.size(), "each once");
        assertEquals(300 + 5, ops.asked.size(), "300 records, four tiles of records and the one above");
    }

    @Test
    void whoeverWaitsCanBeInterrupted() throws Exception {
        TestLog log = log(10, 500);
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        MemoryOps ops = new MemoryOps() {
            @Override
            public byte[] readRemote(String path, int limit) throws java.io.IOException, InterruptedException {
                if (path.startsWith("tile/")) {
                    waiting.countDown();
                    never.await();
                }
                return super.readRemote(path, limit);
            }
        }.serve(log);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            SumDbClient client = new SumDbClient(SumDbSetting.parse(log.key()), ops, threads);
            Future<ModuleSums> one = threads.submit(() -> client.lookup(MODULE_A));
            Future<ModuleSums> other = threads.submit(() -> client.lookup(MODULE_A));
            waiting.await();
            threads.shutdownNow();
            for (Future<ModuleSums> each : List.of(one, other)) {
                Exception e = assertThrows(java.util.concurrent.ExecutionException.class, each::get);
                assertEquals(InterruptedException.class, e.getCause().getClass());
            }
            assertTrue(threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES), "no thread is left");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Any byte changed or cut anywhere in what the server sends: the truth, or a refusal. */
    @Test
    void noByteOfAnAnswerCanBeChangedUnnoticed() throws Exception {
        TestLog log = log(10, 400);
        MemoryOps honest = MemoryOps.of(log);
        honest.client(log).lookup(MODULE_A);
        for (String path : honest.asked) {
            byte[] good = honest.remote.get(path);
            for (int i = 0; i < good.length; i += good.length > 1000 ? 499 : 2) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 + i % 127);
                MemoryOps ops = MemoryOps.of(log);
                ops.remote.put(path, bad);
                assertTruthOrRefusal(ops, log, path + " byte " + i);
                ops = MemoryOps.of(log);
                ops.remote.put(path, java.util.Arrays.copyOf(good, i));
                assertTruthOrRefusal(ops, log, path + " cut at " + i);
            }
        }
    }

    private static void assertTruthOrRefusal(MemoryOps ops, TestLog log, String what) throws Exception {
        try {
            assertEquals(List.of(A.zipHash()), ops.client(log).lookup(MODULE_A).zip(), what);
        } catch (SumDbException refused) {
            assertFalse(ops.cache.containsKey(NAME + "/" + PATH_A), what);
        }
    }
}
