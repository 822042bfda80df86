package hudson;

import java.io.IOException;

/** A failure that a person can act on: its message is shown, its stack trace is not. */
public class AbortException extends IOException {
    private static final long serialVersionUID = 1L;

    public AbortException() {}

    public AbortException(String message) {
        super(message);
    }
}
