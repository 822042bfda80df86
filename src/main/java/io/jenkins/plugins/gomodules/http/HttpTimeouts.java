package io.jenkins.plugins.gomodules.http;

import java.io.Serializable;

/**
 * How long the network may be silent.
 *
 * @param connectMillis until a connection stands, in milliseconds, more than 0
 * @param readMillis between two arrivals of bytes, in milliseconds, more than 0
 */
public record HttpTimeouts(int connectMillis, int readMillis) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Seconds until a connection stands when nothing is asked for. */
    public static final int DEFAULT_CONNECT_SECONDS = 10;

    /** Seconds between two arrivals of bytes when nothing is asked for. */
    public static final int DEFAULT_READ_SECONDS = 30;

    /** The most seconds that may be asked for. */
    public static final int MAX_SECONDS = 3600;

    /** Patient enough for a proxy that fetches a module from its origin before it answers. */
    public static final HttpTimeouts DEFAULT = ofSeconds(DEFAULT_CONNECT_SECONDS, DEFAULT_READ_SECONDS);

    /**
     * Takes whole seconds.
     *
     * @throws IllegalArgumentException when one is out of range, naming the parameter of a step that says it
     */
    public static HttpTimeouts ofSeconds(int connect, int read) {
        return new HttpTimeouts(millis("connectTimeout", connect), millis("readTimeout", read));
    }

    private static int millis(String name, int seconds) {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    name + ": " + seconds + " is out of range, it must be from 1 to " + MAX_SECONDS + " seconds.");
        }
        return seconds * 1000;
    }
}
