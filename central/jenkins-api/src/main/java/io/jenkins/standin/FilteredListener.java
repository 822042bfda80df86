package io.jenkins.standin;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The console as the filter of a block shows it. Sent to an agent, it filters there, as Jenkins does. */
final class FilteredListener implements TaskListener, Closeable {
    private static final long serialVersionUID = 1L;

    private final TaskListener console;
    private final ConsoleLogFilter filter;
    private transient PrintStream logger;

    FilteredListener(TaskListener console, ConsoleLogFilter filter) {
        this.console = console;
        this.filter = filter;
    }

    @Override
    public synchronized PrintStream getLogger() {
        if (logger == null) {
            try {
                OutputStream filtered = filter.decorateLogger((Run) null, new KeptOpen(console.getLogger()));
                logger = new PrintStream(filtered, true, StandardCharsets.UTF_8);
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            } catch (InterruptedException x) {
                throw new IllegalStateException(x);
            }
        }
        return logger;
    }

    /** Lets go of a line without an end. */
    @Override
    public synchronized void close() {
        if (logger != null) {
            logger.close();
            logger = null;
        }
    }

    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
