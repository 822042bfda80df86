package org.jenkinsci.remoting;

import java.io.IOException;

public class ChannelStateException extends IOException {
    private static final long serialVersionUID = 1L;

    public ChannelStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
