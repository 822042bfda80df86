package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GoCommandTest {
    /** A process that starts two others, of which one does not want to end, says who they are, and waits. */
    private static final String STUBBORN_TREE = """
        sh -c 'trap "" TERM; while :; do sleep 1000; done' &
        echo $! >&2
        sleep 1000 &
        echo $! >&2
        echo ready >&2
        wait
        """;

    @TempDir
    Path dir;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private int run(GoCommand go, Duration limit, String... arguments) throws IOException, InterruptedException {
        return go.run(dir, List.of(arguments), limit, in -> Lines.read(in, lines::add), lines::add);
    }

    @Test
    void isFoundOnThePathOfTheEnvironment() throws IOException {
        GoCommand fake = FakeGo.script(dir, "exit 0\n");

        assertEquals(Optional.of(fake.program()), GoCommand.find(Map.of("PATH", "/nowhere:" + dir)));
        assertEquals(Optional.empty(), GoCommand.find(Map.of("PATH", "/nowhere")));
    }

    @Test
    void runsWithTheGivenEnvironmentAlone() throws IOException, InterruptedException {
        GoCommand go = FakeGo.script(dir, "echo \"$1 $GREETING [$HOME] $OTHER\"; pwd; echo $PWD; cat; exit 3\n");

        assertEquals(3, run(go.with(Map.of("OTHER", "too")), Duration.ZERO, "x y"));

        assertEquals(List.of("x y hello [] too", dir.toString(), dir.toString()), lines);
    }

    @Test
    void readsMuchOutputOfBothKinds() throws IOException, InterruptedException {
        GoCommand go = FakeGo.script(
                dir, "i=0; while [ $i -lt 20000 ]; do echo out$i; echo err$i >&2; i=$((i+1)); done; printf end\n");

        assertEquals(0, run(go, Duration.ZERO, "x"));

        assertEquals(40001, lines.size());
        assertTrue(lines.contains("end"));
        assertTrue(lines.contains("err19999"));
    }

    @Test
    void aReaderThatFailsDoesNotStopTheProgram() throws IOException {
        GoCommand go = FakeGo.script(dir, "yes | head -c 1000000\necho done > finished\n");

        IOException e = assertThrows(
                IOException.class,
                () -> go.run(
                        dir,
                        List.of("x"),
                        Duration.ZERO,
                        in -> {
                            throw new IOException("no good");
                        },
                        line -> {}));

        assertTrue(e.getMessage().contains("no good"), e.getMessage());
        assertTrue(Files.exists(dir.resolve("finished")));
    }

    @Test
    void saysThatItCannotBeStarted() {
        GoCommand go = new GoCommand(dir.resolve("none"), Map.of());

        GoCommandException e = assertThrows(GoCommandException.class, () -> run(go, Duration.ZERO, "x"));

        assertTrue(e.getMessage().startsWith("The go command cannot be started: "), e.getMessage());
    }

    @Test
    void endsEverythingWhenTheTimeIsOver() throws IOException, InterruptedException {
        GoCommand go = FakeGo.script(dir, STUBBORN_TREE);

        GoCommandException e =
                assertThrows(GoCommandException.class, () -> run(go, Duration.ofSeconds(2), "mod", "download"));

        assertEquals("go mod was ended because it took more than 2 seconds.", e.getMessage());
        assertEquals("ready", lines.get(2));
        assertAllEnded();
    }

    @Test
    void endsEverythingWithinTwoSecondsOfAnInterrupt() throws IOException, InterruptedException {
        GoCommand go = FakeGo.script(dir, STUBBORN_TREE);
        CountDownLatch ready = new CountDownLatch(1);
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                go.run(dir, List.of("x"), Duration.ZERO, in -> {}, line -> {
                    lines.add(line);
                    if (line.equals("ready")) {
                        ready.countDown();
                    }
                });
            } catch (IOException | InterruptedException e) {
                thrown.set(e);
            }
        });
        thread.start();
        assertTrue(ready.await(30, TimeUnit.SECONDS));

        long start = System.nanoTime();
        thread.interrupt();
        thread.join();
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertEquals(InterruptedException.class, thrown.get().getClass());
        assertTrue(millis < 2000, millis + " ms");
        assertAllEnded();
    }

    /** A process that has been ended may still be listed until its parent, or the system's first process, takes note. */
    private void assertAllEnded() throws InterruptedException {
        for (String pid : lines.subList(0, 2)) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
            if (process.isPresent()) {
                try {
                    process.get().onExit().get(20, TimeUnit.SECONDS);
                } catch (ExecutionException | TimeoutException e) {
                    throw new AssertionError("process " + pid + " lives on", e);
                }
            }
        }
    }

    @Test
    void aPipeThatOthersKeepOpenDoesNotHoldItUp() throws IOException, InterruptedException {
        GoCommand go = FakeGo.script(dir, "sleep 1000 & echo $!\necho last\n");

        assertEquals(0, run(go, Duration.ZERO, "x"));

        assertEquals("last", lines.get(1));
        ProcessHandle.of(Long.parseLong(lines.get(0))).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void asksForTheVersionOnce() throws IOException, InterruptedException {
        Path asked = dir.resolve("asked");
        GoCommand go = FakeGo.script(dir, "echo asked >> " + asked + "; echo go version go1.99.1 plan9/386\n");

        assertEquals(new GoToolchain("go1.99.1", "plan9/386"), go.version());
        assertEquals(new GoToolchain("go1.99.1", "plan9/386"), go.version());

        assertEquals(List.of("asked"), Files.readAllLines(asked));
    }

    @Test
    void saysWhatIsPrintedInsteadOfAVersion() throws IOException {
        GoCommand go = FakeGo.script(dir, "echo 'bad https://u:s3cret@a.example' >&2; exit 1\n");

        GoCommandException e = assertThrows(GoCommandException.class, go::version);

        assertTrue(e.getMessage().endsWith("does not tell its version: bad https://****@a.example"), e.getMessage());
    }

    @Test
    void knowsTheVersionOfTheRealOne() throws IOException, InterruptedException {
        GoTool tool = GoTool.orSkip(dir.resolve("home"));
        GoCommand go = new GoCommand(GoTool.find().orElseThrow(), tool.environment());

        String line = tool.run(dir, "version").orFail().out().strip();

        assertEquals(
                line,
                "go version " + go.version().version() + " " + go.version().platform());
    }
}
