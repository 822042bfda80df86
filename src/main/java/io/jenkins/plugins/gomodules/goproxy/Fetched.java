package io.jenkins.plugins.gomodules.goproxy;

/**
 * A file that arrived.
 *
 * @param proxy the proxy that served it, without user name and password
 * @param attempts requests that it took
 */
public record Fetched(String proxy, int attempts) {}
