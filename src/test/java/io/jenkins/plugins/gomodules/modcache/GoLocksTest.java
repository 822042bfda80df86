package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our locks and those of a running go command exclude each other. */
class GoLocksTest {

    private static final ModuleFixture FIXTURE =
            ModuleFixture.module("example.com/m", "v1.0.0").build();
    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final Path LOCK_TABLE = Path.of("/proc/locks");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path temp;

    private LoopbackProxy proxy;
    private Process go;

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        if (go != null) {
            go.destroyForcibly().waitFor();
        }
        if (proxy != null) {
            proxy.close();
        }
        Trees.makeDeletable(temp);
    }

    private ModCache start(boolean locked, Gate gate) throws Exception {
        GoTool tool = GoTool.orSkip(temp.resolve("home"));
        proxy = LoopbackProxy.start().add(FIXTURE);
        if (gate != null) {
            proxy.on(FIXTURE.url("zip")).attempt(1).answer(Fault.stallAfter(10, gate));
        }
        Path cache = temp.resolve("cache");
        tool.modCache(cache).proxy(proxy.url());
        Path project = Project.requiring(temp.resolve("main"), FIXTURE);
        ProcessBuilder builder = new ProcessBuilder(GoTool.find().orElseThrow().toString(), "mod", "download");
        builder.directory(project.toFile()).environment().clear();
        builder.environment().putAll(tool.environment());
        ModCache ours = new ModCache(cache, false);
        if (locked) {
            Assumptions.assumeTrue(Files.isReadable(LOCK_TABLE), "skipped: sees who waits in " + LOCK_TABLE);
            try (VersionLock lock = ours.lockVersion(MODULE)) {
                go = builder.redirectErrorStream(true).start();
                awaitBlocked(go);
                assertEquals(0, proxy.requests(FIXTURE.url("zip")).size());
                assertTrue(go.isAlive());
                assertEquals(MODULE, lock.module());
            }
        } else {
            go = builder.redirectErrorStream(true).start();
        }
        return ours;
    }

    @Test
    void theGoCommandWaitsForUs() throws Exception {
        ModCache ours = start(true, null);
        assertEquals("", new String(go.getInputStream().readAllBytes()));
        assertEquals(0, go.waitFor());
        assertTrue(ours.isExtracted(MODULE));
    }

    @Test
    void weWaitForTheGoCommand() throws Exception {
        Gate gate = new Gate();
        ModCache ours = start(false, gate);
        gate.awaitArrival();
        assertNull(Kinds.best().tryLock(ours.lock(MODULE)));
        Future<Boolean> waiting = threads.submit(() -> {
            try (VersionLock lock = ours.lockVersion(MODULE)) {
                return lock.isExtracted() || ours.hasZip(MODULE);
            }
        });
        gate.open();
        assertTrue(waiting.get(1, TimeUnit.MINUTES), "the lock came before the go command was done");
        assertEquals(0, go.waitFor());
    }

    /** Until the kernel's table has a line "-> FLOCK … pid": somebody who waits. */
    private static void awaitBlocked(Process process) throws Exception {
        String pid = " " + process.pid() + " ";
        while (process.isAlive()) {
            List<String> lines = Files.readAllLines(LOCK_TABLE);
            if (lines.stream().anyMatch(l -> l.contains("-> FLOCK") && l.contains(pid))) {
                return;
            }
            Thread.onSpinWait();
        }
    }
}
