package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** Takes the bytes of one file while it arrives, over as many attempts as that takes. Used by one thread at a time. */
public interface Sink {
    /** How many bytes arrived so far. */
    long size();

    /** The most bytes that the file may have. */
    long limit();

    /** @throws IOException when the bytes cannot be kept, which is no fault of the network */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Forgets what arrived so far. */
    void restart() throws IOException;
}
