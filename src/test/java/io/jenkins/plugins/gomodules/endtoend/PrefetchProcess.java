package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A prefetch in a JVM of its own, which can be killed or run under limits. */
final class PrefetchProcess {

    private static final long PATIENCE_SECONDS = 120;

    private PrefetchProcess() {}

    /**
     * Home, project, cache, GOPROXY, and perhaps how many prefetches are to run at once. Exit status 0 if all was had, else
     * 1 with the failures on standard output.
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int number = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        ExecutorService threads = Executors.newFixedThreadPool(number);
        boolean succeeded = true;
        Callable<PrefetchReport> prefetch = () -> run(arguments);
        for (Future<PrefetchReport> run : threads.invokeAll(Collections.nCopies(number, prefetch))) {
            run.get().failures().forEach(System.out::println);
            succeeded &= run.get().succeeded();
        }
        System.exit(succeeded ? 0 : 1);
    }

    private static PrefetchReport run(String[] arguments) throws InterruptedException {
        return Prefetch.of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]))
                .proxy(arguments[3])
                .options(o -> o.retries(0))
                .run();
    }

    /** The command line; put others before it to run it under them. */
    static List<String> command(Bed bed, Path cache, String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrefetchProcess.class.getName()));
        command.addAll(List.of(
                bed.home().toString(),
                bed.project().toString(),
                cache.toString(),
                bed.proxy().url()));
        return command;
    }

    /** Starts it, output to a file. */
    static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Runs it to its end. */
    static GoTool.Result run(List<String> command) throws IOException, InterruptedException {
        File output = File.createTempFile("prefetch", ".log");
        try {
            Process process = start(command, output.toPath());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("prefetch ran for " + PATIENCE_SECONDS + " s");
            }
            return new GoTool.Result(process.exitValue(), java.nio.file.Files.readString(output.toPath()), "");
        } finally {
            java.nio.file.Files.delete(output.toPath());
        }
    }
}
