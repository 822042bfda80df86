package hudson;

import hudson.model.Computer;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that a {@link Launcher} has started, on the controller or on an agent. */
public abstract class Proc {
    protected Proc() {}

    public abstract boolean isAlive() throws IOException, InterruptedException;

    public abstract void kill() throws IOException, InterruptedException;

    /** Waits for the process and its output; an interruption ends the process. */
    public abstract int join() throws IOException, InterruptedException;

    public abstract InputStream getStdout();

    public abstract InputStream getStderr();

    public abstract OutputStream getStdin();

    public final int joinWithTimeout(long timeout, TimeUnit unit, TaskListener listener)
            throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Computer.threadPoolForRemoting.submit(() -> {
                try {
                    if (!ended.await(timeout, unit)) {
                        listener.error("Timeout after " + timeout + " "
                                + unit.toString().toLowerCase(Locale.ENGLISH));
                        kill();
                    }
                } catch (InterruptedException | IOException | RuntimeException x) {
                    listener.error("Failed to join a process");
                    Functions.printStackTrace(x, listener.getLogger());
                }
            });
            return join();
        } finally {
            ended.countDown();
        }
    }

    /** A process on this machine. */
    public static final class LocalProc extends Proc {
        /** As {@code in} or as {@code out}: the caller pumps the stream itself. */
        static final InputStream SELFPUMP_INPUT = InputStream.nullInputStream();

        static final OutputStream SELFPUMP_OUTPUT = OutputStream.nullOutputStream();

        private final Process process;
        private final OutputStream out;
        private final InputStream stdout;
        private final InputStream stderr;
        private final OutputStream stdin;
        private final Thread outCopier;
        private final Thread errCopier;

        /** Without {@code err}, what the process writes there goes to {@code out}. */
        public LocalProc(String[] cmd, String[] env, InputStream in, OutputStream out, OutputStream err, File workDir)
                throws IOException {
            ProcessBuilder builder = new ProcessBuilder(cmd).directory(workDir);
            if (env != null) {
                Map<String, String> variables = builder.environment();
                variables.clear();
                for (String each : env) {
                    int equals = each.indexOf('=');
                    variables.put(each.substring(0, equals), each.substring(equals + 1));
                }
            }
            if (workDir != null && !workDir.exists()) {
                throw new IOException("Process working directory '" + workDir.getAbsolutePath() + "' doesn't exist!");
            }
            process = builder.redirectErrorStream(err == null || err == SELFPUMP_OUTPUT && out != SELFPUMP_OUTPUT)
                    .start();
            this.out = out;
            stdout = out == SELFPUMP_OUTPUT ? process.getInputStream() : null;
            outCopier = stdout != null ? null : copy(cmd[0] + ": stdout copier", process.getInputStream(), out, false);
            stderr = err == SELFPUMP_OUTPUT ? process.getErrorStream() : null;
            errCopier = err == null || stderr != null
                    ? null
                    : copy(cmd[0] + ": stderr copier", process.getErrorStream(), err, false);
            stdin = in == SELFPUMP_INPUT ? process.getOutputStream() : null;
            if (in == null) {
                process.getOutputStream().close();
            } else if (stdin == null) {
                copy(cmd[0] + ": stdin copier", in, process.getOutputStream(), true);
            }
        }

        private static Thread copy(String name, InputStream from, OutputStream to, boolean close) {
            Thread thread = new Thread(
                    () -> {
                        try (from) {
                            byte[] bytes = new byte[8192];
                            for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
                                to.write(bytes, 0, n);
                                to.flush();
                            }
                            if (close) {
                                to.close();
                            }
                        } catch (IOException x) {
                            // the process, or who wanted its output, is gone
                        }
                    },
                    name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        @Override
        public int join() throws IOException, InterruptedException {
            try {
                int status = process.waitFor();
                if (!joined(outCopier) | !joined(errCopier)) {
                    out.write(("Process leaked file descriptors. See https://www.jenkins.io/redirect/troubleshooting/"
                                    + "process-leaked-file-descriptors for more information\n")
                            .getBytes(Charset.defaultCharset()));
                }
                return status;
            } catch (InterruptedException x) {
                destroy();
                throw x;
            }
        }

        private static boolean joined(Thread copier) throws InterruptedException {
            if (copier != null) {
                copier.join(10_000);
            }
            return copier == null || !copier.isAlive();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void kill() throws IOException, InterruptedException {
            destroy();
            join();
        }

        private void destroy() {
            Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle()))
                    .forEach(ProcessHandle::destroy);
        }

        @Override
        public InputStream getStdout() {
            return stdout;
        }

        @Override
        public InputStream getStderr() {
            return stderr;
        }

        @Override
        public OutputStream getStdin() {
            return stdin;
        }
    }
}
