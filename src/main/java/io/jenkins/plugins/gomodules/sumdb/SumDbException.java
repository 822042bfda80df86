package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;

/** What came as an answer of the checksum database is not proved to be one. The message says what about it is wrong. */
public class SumDbException extends IOException {
    private static final long serialVersionUID = 1L;

    SumDbException(String message) {
        super(message);
    }
}
