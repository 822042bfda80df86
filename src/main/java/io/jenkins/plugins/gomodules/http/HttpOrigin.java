package io.jenkins.plugins.gomodules.http;

import java.net.URI;
import java.util.Locale;

/** Who is at the other end of a connection: RFC 9110, section 4.3.1. */
record HttpOrigin(boolean secure, String host, int port) {
    static HttpOrigin of(URI uri) throws HttpProtocolException {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        boolean secure = "https".equalsIgnoreCase(scheme);
        if (host == null || !(secure || "http".equalsIgnoreCase(scheme))) {
            throw new HttpProtocolException("not an http or https URL with a host name: " + withoutUserInfo(uri));
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new HttpOrigin(secure, bare.toLowerCase(Locale.ROOT), port);
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

    private static String withoutUserInfo(URI uri) {
        String text = uri.toString();
        int at = text.lastIndexOf('@');
        int authority = text.indexOf("//");
        return at < 0 || authority < 0 || authority > at
                ? text
                : text.substring(0, authority + 2) + text.substring(at + 1);
    }
}
