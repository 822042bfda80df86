package io.jenkins.plugins.gomodules.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An HTTP proxy between here and the server.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 * @param userInfo {@code user:password}, decoded, or {@code ""} when it wants no login
 */
public record HttpProxy(String host, int port, String userInfo) {
    /** The value of Proxy-Authorization, or {@code ""}. */
    String authorization() {
        return userInfo.isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** Host and port; never the login. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
