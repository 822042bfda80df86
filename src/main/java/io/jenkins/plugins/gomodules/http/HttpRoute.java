package io.jenkins.plugins.gomodules.http;

import java.util.Objects;

/**
 * How an origin is reached. Connections of one route can serve each other's requests.
 *
 * @param origin the server
 * @param proxy the proxy on the way, or null
 */
record HttpRoute(HttpOrigin origin, HttpProxy proxy) {
    /** A TLS connection goes through a proxy by CONNECT; a plain request is sent to the proxy itself. */
    boolean tunnelled() {
        return proxy != null && !proxy.isSocks() && origin.secure();
    }

    /** Whether the request itself is for the proxy, which then needs the whole URL. */
    boolean asksProxy() {
        return proxy != null && !proxy.isSocks() && !origin.secure();
    }

    /** Whom the connection is made to: the proxy, if there is one. */
    String peerHost() {
        return proxy == null ? origin.host() : proxy.host();
    }

    int peerPort() {
        return proxy == null ? origin.port() : proxy.port();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpRoute route && origin.equals(route.origin) && Objects.equals(proxy, route.proxy);
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }
}
