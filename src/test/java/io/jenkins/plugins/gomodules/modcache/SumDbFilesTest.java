package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumDbFilesTest {
    private static final String LATEST = "sums.example.test/latest";
    private static final byte[] OLD = "an old head, which is longer\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "a new head\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private SumDbFiles files;
    private Path latest;

    @BeforeEach
    void make() {
        files = new SumDbFiles(temp.resolve("mod"), temp.resolve("pkg/sumdb"));
        latest = temp.resolve("pkg/sumdb").resolve(LATEST);
    }

    @Test
    void remembersUnderTheNameThatTheGoCommandUses() throws Exception {
        assertEquals(Optional.empty(), files.readConfig(LATEST));
        assertFalse(Files.exists(latest), "reading leaves nothing");
        assertTrue(files.writeConfig(LATEST, Optional.empty(), OLD));
        assertArrayEquals(OLD, Files.readAllBytes(latest));
        assertTrue(files.writeConfig(LATEST, Optional.of(OLD), NEW));
        assertArrayEquals(NEW, Files.readAllBytes(latest), "the rest of the old is gone");
        assertArrayEquals(NEW, files.readConfig(LATEST).orElseThrow());
    }

    @Test
    void leavesAloneWhatAnotherHasWritten() throws Exception {
        Files.createDirectories(latest.getParent());
        Files.write(latest, OLD);
        assertFalse(files.writeConfig(LATEST, Optional.empty(), NEW));
        assertFalse(files.writeConfig(LATEST, Optional.of(NEW), NEW));
        assertArrayEquals(OLD, Files.readAllBytes(latest));
    }

    /** The go command creates the file before it writes it. */
    @Test
    void aFileWithoutContentIsNone() throws Exception {
        Files.createDirectories(latest.getParent());
        Files.createFile(latest);
        assertEquals(Optional.empty(), files.readConfig(LATEST));
        assertTrue(files.writeConfig(LATEST, Optional.of(OLD), NEW));
        assertArrayEquals(NEW, Files.readAllBytes(latest));
    }

    @Test
    void waitsForWhoeverHasTheLockAndCanBeInterrupted() throws Exception {
        assertTrue(files.writeConfig(LATEST, Optional.empty(), OLD));
        try (FileLocks.Held lock = FileLocks.exclusive(latest)) {
            FutureTask<Boolean> write = new FutureTask<>(() -> files.writeConfig(LATEST, Optional.of(OLD), NEW));
            Thread thread = new Thread(write);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertFalse(write.isDone());
            thread.interrupt();
            ExecutionException e = assertThrows(ExecutionException.class, write::get);
            assertEquals(InterruptedException.class, e.getCause().getClass());
            assertEquals(OLD.length, lock.file().length());
        }
        assertTrue(files.writeConfig(LATEST, Optional.of(OLD), NEW));
    }

    @Test
    void aFileThatIsTooLongIsNoMemory() throws Exception {
        Files.createDirectories(latest.getParent());
        Files.write(latest, new byte[2 << 20]);
        ModCacheException e = assertThrows(ModCacheException.class, () -> files.readConfig(LATEST));
        assertTrue(e.getMessage().contains(latest.toString()), e::getMessage);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(temp.resolve("pkg"));
        Files.createFile(temp.resolve("pkg/sumdb"));
        ModCacheException e =
                assertThrows(ModCacheException.class, () -> files.writeConfig(LATEST, Optional.empty(), NEW));
        assertEquals(ModCacheException.Reason.NOT_A_DIRECTORY, e.reason());
        assertTrue(e.getMessage().contains(latest.toString()), e::getMessage);
    }

    @Test
    void cachesBytesOfAnyKindWhereTheGoCommandDoes() throws Exception {
        byte[] tile = new byte[8192];
        tile[8000] = '\n';
        files.writeCache("sums.example.test/tile/8/0/000.p/256", tile);
        Path file = temp.resolve("mod/cache/download/sumdb/sums.example.test/tile/8/0/000.p/256");
        assertArrayEquals(tile, Files.readAllBytes(file));
        assertArrayEquals(
                tile, files.readCache("sums.example.test/tile/8/0/000.p/256").orElseThrow());
        try (var list = Files.list(file.getParent())) {
            assertEquals(1, list.count(), "no temporary file is left");
        }
    }

    @Test
    void aCacheThatCannotBeReadOrWrittenIsNoReasonToFail() throws Exception {
        Files.createDirectories(temp.resolve("mod"));
        Files.createFile(temp.resolve("mod/cache"));
        files.writeCache("sums.example.test/lookup/a@v1.0.0", NEW);
        assertEquals(Optional.empty(), files.readCache("sums.example.test/lookup/a@v1.0.0"));
        Files.delete(temp.resolve("mod/cache"));
        Files.createDirectories(temp.resolve("mod/cache/download/sumdb/sums.example.test/lookup/a@v1.0.0"));
        assertEquals(Optional.empty(), files.readCache("sums.example.test/lookup/a@v1.0.0"));
    }
}
