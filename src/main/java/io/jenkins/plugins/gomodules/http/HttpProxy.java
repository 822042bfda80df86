package io.jenkins.plugins.gomodules.http;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A proxy between here and the server.
 *
 * @param scheme {@code http}, {@code https} (TLS to the proxy itself), {@code socks5} or {@code socks5h}
 * @param host its name or address, without brackets
 * @param port its port, 1 to 65535
 * @param userInfo {@code user:password} with escapes undone, or {@code ""}; secret
 */
public record HttpProxy(String scheme, String host, int port, String userInfo) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether it speaks SOCKS rather than HTTP. */
    public boolean isSocks() {
        return scheme.startsWith("socks");
    }

    /** Whether the connection to the proxy itself is secured. */
    boolean isSecure() {
        return scheme.equals("https");
    }

    /** The value of Proxy-Authorization, or {@code ""}. */
    String authorization() {
        return userInfo.isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** The proxy as it may be shown: without user name and password. */
    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
