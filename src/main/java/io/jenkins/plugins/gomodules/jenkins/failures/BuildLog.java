package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * The logs of a build, each up to a size. Where Jenkins keeps them in files these are read; what a plugin keeps elsewhere is
 * fetched into a temporary file first, up to that size.
 */
final class BuildLog {
    private final Run<?, ?> build;
    private final FlowExecution execution;
    private final long limit;

    /**
     * @param execution of a Pipeline; null for any other build
     * @param limit the most bytes of each log to read
     */
    BuildLog(Run<?, ?> build, FlowExecution execution, long limit) {
        this.build = build;
        this.execution = execution;
        this.limit = limit;
    }

    /** A log that is open. */
    record Opened(LogStream stream, Path temporary) implements Closeable {
        @Override
        public void close() throws IOException {
            try {
                stream.close();
            } finally {
                if (temporary != null) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    /** The log of the whole build; null if there is none. */
    Opened whole() throws IOException {
        File file = file();
        if (file.isFile()) {
            long length = file.length();
            return new Opened(LogStream.open(file, () -> LogRanges.whole(length), limit), null);
        }
        return fetch(build.getLogText());
    }

    /** What one step has written; null if it has written nothing. */
    Opened ofStep(String nodeId) throws IOException {
        if (isIndexed()) {
            return new Opened(LogStream.open(file(), ranges(nodeId), limit), null);
        }
        FlowNode node = execution == null ? null : execution.getNode(nodeId);
        LogAction log = node == null ? null : node.getPersistentAction(LogAction.class);
        return log == null ? null : fetch(log.getLogText());
    }

    /** Lines of a step's log by their number in the whole console, as far as they can be found without reading too much. */
    Map<Long, Long> consoleLines(String nodeId, NavigableSet<Long> lines) throws IOException {
        return !lines.isEmpty() && isIndexed() && file().length() <= limit
                ? ConsoleLines.find(file(), ranges(nodeId), lines)
                : Map.of();
    }

    private LogRanges.Source ranges(String nodeId) {
        long length = file().length();
        return () -> new StepRanges(index(), nodeId, length);
    }

    private boolean isIndexed() {
        return index().isFile() && file().isFile();
    }

    private File file() {
        return new File(build.getRootDir(), "log");
    }

    private File index() {
        return new File(build.getRootDir(), "log-index");
    }

    private Opened fetch(AnnotatedLargeText<?> text) throws IOException {
        long length = text.length();
        if (length <= 0) {
            return null;
        }
        Path file = Files.createTempFile("go-failure-analysis", ".log");
        boolean complete = false;
        try {
            long head = length <= limit ? length : limit / 10;
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(text, 0, head, out);
                if (head < length) {
                    copy(text, length - (limit - head), limit - head, out);
                }
            }
            long size = Files.size(file);
            long cut = head < length ? Math.min(head, size) : -1;
            LogStream stream = LogStream.open(file.toFile(), () -> LogRanges.whole(size), cut, cut);
            complete = true;
            return new Opened(stream, file);
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(AnnotatedLargeText<?> text, long from, long count, OutputStream out) throws IOException {
        BoundedOutput bounded = new BoundedOutput(out, count);
        try {
            text.writeRawLogTo(from, bounded);
        } catch (IOException e) {
            if (!bounded.isFull()) {
                throw e;
            }
        }
    }

    /** Takes so many bytes, and then refuses more. */
    private static final class BoundedOutput extends OutputStream {
        private final OutputStream out;
        private long left;

        BoundedOutput(OutputStream out, long most) {
            this.out = out;
            left = most;
        }

        boolean isFull() {
            return left == 0;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            int taken = (int) Math.min(len, left);
            out.write(b, off, taken);
            left -= taken;
            if (taken < len) {
                throw new IOException("enough has been read of the log");
            }
        }
    }
}
