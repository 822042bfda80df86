package io.jenkins.plugins.gomodules.gocommand;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A program that runs while its output is read, and that ends with everything it started when it is no longer wanted. */
final class ChildProcess implements Closeable {
    /** How long output may still come after the program's end, from others that it left behind with its pipes. */
    private static final long LATE_OUTPUT_MILLIS = 1000;

    /** Takes what the program prints; called in a thread of its own. */
    @FunctionalInterface
    interface Output {
        void read(InputStream in) throws IOException;
    }

    private final Process process;
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();
    private final Thread out;
    private final Thread err;

    private ChildProcess(Process process, Output out, Output err) {
        this.process = process;
        this.out = reader("output", process.getInputStream(), out);
        this.err = reader("errors", process.getErrorStream(), err);
    }

    /** Starts the program with nothing to read on its standard input. */
    static ChildProcess start(ProcessBuilder builder, Output out, Output err) throws IOException {
        Process process = builder.start();
        closeQuietly(process.getOutputStream());
        return new ChildProcess(process, out, err);
    }

    /**
     * Waits for the end.
     *
     * @param limit how long; zero for as long as it takes
     * @return the exit status, or -1 if the time was over; then the program is still running
     * @throws IOException when one of the readers failed
     */
    int await(Duration limit) throws IOException, InterruptedException {
        if (limit.isZero()) {
            process.waitFor();
        } else if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return -1;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATE_OUTPUT_MILLIS);
        join(out, end);
        join(err, end);
        Throwable failure = trouble.get();
        if (failure != null) {
            throw new IOException("the output of the program cannot be read: " + failure.getMessage(), failure);
        }
        return process.exitValue();
    }

    /** Ends the program and everything it started, unless it has ended. */
    @Override
    public void close() {
        if (process.isAlive()) {
            ProcessTree.end(process.toHandle());
        }
    }

    private static void join(Thread thread, long end) throws InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        thread.join(Math.max(millis, 1));
    }

    private Thread reader(String name, InputStream in, Output output) {
        Thread thread = new Thread(() -> read(in, output), "go-modules: " + name + " of process " + process.pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whatever the reader does, the pipe is emptied, or the program would wait for ever. */
    private void read(InputStream in, Output output) {
        try (in) {
            try {
                output.read(in);
            } catch (IOException | RuntimeException e) {
                trouble.compareAndSet(null, e);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            trouble.compareAndSet(null, e);
        }
    }

    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // The program has ended already; its exit status will tell.
            return;
        }
    }
}
