package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.Closeable;
import java.io.IOException;

/** The parts of a file that make up a log, in their order. They are read one by one: there may be millions. */
interface LogRanges extends Closeable {
    /** Goes to the next part; false if there is none. */
    boolean next() throws IOException;

    /** The first byte of the part. */
    long start();

    /** Behind its last byte. */
    long end();

    /** Opens the ranges from their begin. */
    interface Source {
        LogRanges open() throws IOException;
    }

    /** A whole file, as long as it is now. */
    static LogRanges whole(long length) {
        return new LogRanges() {
            private boolean done;

            @Override
            public boolean next() {
                boolean first = !done && length > 0;
                done = true;
                return first;
            }

            @Override
            public long start() {
                return 0;
            }

            @Override
            public long end() {
                return length;
            }

            @Override
            public void close() {}
        };
    }
}
