package io.jenkins.plugins.gomodules.json;

import java.io.IOException;

/** Text that is not JSON, or more than the reader takes; says what and where, and repeats nothing of the text. */
public class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /** @param offset where, in characters from the start of the input */
    JsonException(String message, long offset) {
        super(message + " at character " + (offset + 1));
        this.offset = offset;
    }

    /** Where the trouble is, in characters from the start of the input. */
    public long offset() {
        return offset;
    }
}
