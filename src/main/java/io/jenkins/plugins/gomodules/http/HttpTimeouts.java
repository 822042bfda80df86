package io.jenkins.plugins.gomodules.http;

/**
 * How long the network may be silent.
 *
 * @param connectMillis until a connection stands, in milliseconds, more than 0
 * @param readMillis between two arrivals of bytes, in milliseconds, more than 0
 */
public record HttpTimeouts(int connectMillis, int readMillis) {
    /** Patient enough for a proxy that fetches a module from its origin before it answers. */
    public static final HttpTimeouts DEFAULT = new HttpTimeouts(10_000, 30_000);
}
