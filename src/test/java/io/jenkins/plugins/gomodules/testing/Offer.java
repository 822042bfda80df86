package io.jenkins.plugins.gomodules.testing;

/**
 * Something that a client has shown to a server.
 *
 * @param path what it asked for
 * @param value of the header, for example {@code Basic …}
 */
public record Offer(String path, String value) {}
