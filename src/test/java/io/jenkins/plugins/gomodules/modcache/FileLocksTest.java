package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path temp;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void createsFileAndDirectory() throws Exception {
        Path file = temp.resolve("a/b/c.lock");
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertTrue(held.created());
            assertTrue(Files.isRegularFile(file));
        }
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertFalse(held.created());
        }
        assertEquals(0, Files.size(file));
    }

    @Test
    void excludesOtherThreads() throws Exception {
        Path file = temp.resolve("lock");
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> work = () -> {
            for (int i = 0; i < 50; i++) {
                try (FileLocks.Held held = FileLocks.exclusive(file)) {
                    assertNotNull(held);
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                }
            }
            return 0;
        };
        for (Future<Integer> done : threads.invokeAll(List.of(work, work, work, work))) {
            done.get();
        }
        assertEquals(1, most.get());
    }

    @Test
    void waitingCanBeInterrupted() throws Exception {
        Path file = temp.resolve("lock");
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertNotNull(held);
            CountDownLatch started = new CountDownLatch(1);
            Future<?> waiting = threads.submit(() -> {
                started.countDown();
                return assertThrows(InterruptedException.class, () -> FileLocks.exclusive(file));
            });
            started.await();
            threads.shutdownNow();
            assertNotNull(waiting.get());
        }
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertNotNull(held, "nothing of the interrupted wait is left");
        }
    }

    @Test
    void closingTwiceUnlocksOnce() throws Exception {
        Path file = temp.resolve("lock");
        FileLocks.Held first = FileLocks.exclusive(file);
        first.close();
        FileLocks.Held second = FileLocks.exclusive(file);
        first.close();
        assertNull(Kinds.best().tryLock(file));
        second.close();
    }

    @Test
    void excludesTheProgramFlockAndIsExcludedByIt() throws Exception {
        assumeFlock();
        Path file = temp.resolve("lock");
        FileLocks.Held held = FileLocks.exclusive(file);
        assertEquals(1, flock(file, "-n", "true"));
        held.close();
        assertEquals(0, flock(file, "-n", "true"));

        Process other = new ProcessBuilder("flock", file.toString(), "sh", "-c", "echo locked; read line").start();
        assertEquals('l', other.getInputStream().read());
        assertNull(Kinds.best().tryLock(file));
        Future<FileLocks.Held> waiting = threads.submit(() -> FileLocks.exclusive(file));
        assertFalse(waiting.isDone());
        other.getOutputStream().close();
        waiting.get().close();
        other.waitFor();
    }

    @Test
    void theLockOfADeadProcessIsFree() throws Exception {
        assumeFlock();
        Path file = temp.resolve("lock");
        Process other = new ProcessBuilder(OtherJvm.command(LockAndWait.class, file.toString())).start();
        assertEquals('l', other.getInputStream().read());
        assertNull(Kinds.best().tryLock(file));
        assertEquals(1, flock(file, "-n", "true"));
        other.destroyForcibly().waitFor();
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertFalse(held.created());
        }
    }

    /** Child processes must not inherit the lock. */
    @Test
    void aChildProcessDoesNotKeepTheLock() throws Exception {
        assumeFlock();
        Path file = temp.resolve("lock");
        FileLocks.Held held = FileLocks.exclusive(file);
        Process child = new ProcessBuilder("sh", "-c", "echo started; read line").start();
        assertEquals('s', child.getInputStream().read());
        held.close();
        assertEquals(0, flock(file, "-n", "true"));
        child.getOutputStream().close();
        child.waitFor();
    }

    /** The names of files are bytes to the operating system; both must mean the same ones. */
    @Test
    void locksFilesWhoseNamesAreNotAscii() throws Exception {
        assumeFlock();
        Assumptions.assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "skipped: this locale has only ASCII names");
        Path file = temp.resolve("gr\u00fc\u00df dich");
        try (FileLocks.Held held = FileLocks.exclusive(file)) {
            assertNotNull(held);
            assertEquals(1, flock(file, "-n", "true"));
        }
    }

    @Test
    void javasOwnLocksExcludeEachOther() throws Exception {
        Path file = Files.createFile(temp.resolve("lock"));
        FileLocks.Kind java = new JavaLockKind();
        try (Closeable held = java.tryLock(file)) {
            assertNotNull(held);
            assertNull(java.tryLock(file));
        }
        try (Closeable held = java.tryLock(file)) {
            assertNotNull(held);
        }
    }

    @Test
    void withoutLocksInTheFileSystemWorkGoesOnWithANotice() throws Exception {
        Path file = temp.resolve("lock");
        FileLocks.Kind none = f -> {
            throw new FileLocks.LocksUnsupportedException("no locks in " + temp);
        };
        FileLocks.Held held = FileLocks.exclusive(file, none);
        assertTrue(
                FileLocks.notices().contains("no locks in " + temp),
                FileLocks.notices().toString());
        // Within this JVM they exclude each other nevertheless.
        Future<FileLocks.Held> waiting = threads.submit(() -> FileLocks.exclusive(file, none));
        assertFalse(waiting.isDone());
        held.close();
        waiting.get().close();
    }

    @Test
    void withoutJnaWorkGoesOnWithANotice() throws Exception {
        String withoutJna = OtherJvm.classPath(ModCache.class, OtherJvm.class);
        OtherJvm.Result result = OtherJvm.run(OtherJvm.command(
                withoutJna, LockAndPrintNotices.class, temp.resolve("lock").toString()));
        assertEquals(0, result.exit(), result.out());
        String os = System.getProperty("os.name");
        Assumptions.assumeTrue(os.startsWith("Linux") || os.startsWith("Mac"), "skipped: needs no JNA on " + os);
        assertEquals(
                "The go command's file locks are not available (java.lang.NoClassDefFoundError: com/sun/jna/Platform):"
                        + " do not run the go command in the same module cache at the same time.\n",
                result.out());
    }

    /** Is there in the JVM of the test what it needs to prove anything? */
    @Test
    void noNoticesHere() {
        FileLocks.warmUp();
        assertTrue(FileLocks.notices().stream().noneMatch(n -> n.contains("go command's file locks")));
    }

    private static int flock(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("flock"));
        command.add(arguments[0]);
        command.add(file.toString());
        command.add(arguments[1]);
        return new ProcessBuilder(command).start().waitFor();
    }

    private static void assumeFlock() {
        try {
            new ProcessBuilder("flock", "--version").start().waitFor();
        } catch (IOException | InterruptedException e) {
            Assumptions.abort("skipped: compares with the program flock, and there is none on the PATH");
        }
    }

    /** Locks a file until it is killed. */
    static final class LockAndWait {
        private LockAndWait() {}

        public static void main(String[] args) throws Exception {
            try (FileLocks.Held held = FileLocks.exclusive(Path.of(args[0]))) {
                System.out.println("locked " + held.created());
                new CountDownLatch(1).await();
            }
        }
    }

    /** Locks a file and tells what there is to tell. */
    static final class LockAndPrintNotices {
        private LockAndPrintNotices() {}

        public static void main(String[] args) throws Exception {
            try (FileLocks.Held held = FileLocks.exclusive(Path.of(args[0]))) {
                FileLocks.notices().forEach(System.out::println);
                System.exit(held.created() ? 0 : 1);
            }
        }
    }
}
