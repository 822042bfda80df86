package io.jenkins.plugins.gomodules.http;

import java.net.URI;
import java.util.Locale;

/**
 * Who is at the other end of a connection: RFC 9110, section 4.3.1. Two URLs of one origin may share a credential.
 *
 * @param secure whether TLS is spoken
 * @param host its name in lower case, or its address without brackets
 * @param port its port
 */
public record HttpOrigin(boolean secure, String host, int port) {
    /**
     * The origin of a URL. Host names with an underscore, which {@link URI#getHost} does not know, are taken too.
     *
     * @throws HttpProtocolException when it is no http or https URL with a host name; repeats no login
     */
    public static HttpOrigin of(URI uri) throws HttpProtocolException {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String authority = uri.getRawAuthority();
        if (authority == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new HttpProtocolException("not an http or https URL with a host name");
        }
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > hostAndPort.lastIndexOf(']');
        String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        int port = hasPort && colon + 1 < hostAndPort.length()
                ? port(hostAndPort.substring(colon + 1))
                : secure ? 443 : 80;
        if (host.isEmpty() || port < 0) {
            throw new HttpProtocolException("not an http or https URL with a host name");
        }
        return new HttpOrigin(secure, host.toLowerCase(Locale.ROOT), port);
    }

    private static int port(String digits) {
        try {
            int port = Integer.parseInt(digits);
            return port <= 65535 ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Host and port as a CONNECT request names them. */
    String authority() {
        return bracketed() + ":" + port;
    }

    /** The Host header: the port is left out when it is the scheme's own. */
    String hostHeader() {
        return port == (secure ? 443 : 80) ? bracketed() : authority();
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    // By hand, here and in HttpRoute: these are keys of every request, and what a record generates costs a JVM that has
    // just started 80 ms of processor time.

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpOrigin origin
                && secure == origin.secure
                && port == origin.port
                && host.equals(origin.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }
}
