package io.jenkins.plugins.gomodules.goenv;

import io.jenkins.plugins.gomodules.http.HttpProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which HTTP proxy a request takes, by {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} or their lower-case
 * forms, as the go command reads them. {@code HTTPS_PROXY} is for {@code https} URLs, {@code HTTP_PROXY} for
 * {@code http} URLs, and neither stands in for the other. {@code localhost} and loopback addresses never take a proxy.
 * A value without a scheme is an HTTP proxy; what is not a URL at all counts as none.
 */
public final class HttpProxySettings {
    /** No proxy for anything. */
    public static final HttpProxySettings NONE = new HttpProxySettings("", "", "");

    private final Optional<HttpProxy> http;
    private final Optional<HttpProxy> https;
    private final NoProxy noProxy;

    private HttpProxySettings(String http, String https, String noProxy) {
        this.http = parse(http);
        this.https = parse(https);
        this.noProxy = new NoProxy(noProxy);
    }

    /** The settings in a process environment. */
    public static HttpProxySettings of(HostOs os, Map<String, String> environment) {
        return of(new Variables(os, environment));
    }

    static HttpProxySettings of(Variables env) {
        // A CGI program's client can set HTTP_PROXY by sending a "Proxy" header.
        String http = env.get("REQUEST_METHOD").isEmpty() ? env.first("HTTP_PROXY", "http_proxy") : "";
        String https = env.first("HTTPS_PROXY", "https_proxy");
        return http.isEmpty() && https.isEmpty()
                ? NONE
                : new HttpProxySettings(http, https, env.first("NO_PROXY", "no_proxy"));
    }

    /** The proxy that a request to this URL takes, or empty when it goes to the server itself. */
    public Optional<HttpProxy> forUrl(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        boolean secure = scheme.equalsIgnoreCase("https");
        Optional<HttpProxy> server = secure ? https : scheme.equalsIgnoreCase("http") ? http : Optional.empty();
        if (server.isEmpty()) {
            return server;
        }
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = portColon(authority);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        boolean direct = noProxy.bypasses(NoProxy.toAscii(host), port.isEmpty() ? (secure ? "443" : "80") : port);
        return direct ? Optional.empty() : server;
    }

    /** Whether a value of {@code HTTP_PROXY} can be used; an unusable one is ignored. */
    static boolean isUsable(String value) {
        return parse(value).isPresent();
    }

    private static Optional<HttpProxy> parse(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int scheme = value.indexOf("://");
        return parseUrl(scheme > 0 ? value : "http://" + value);
    }

    private static Optional<HttpProxy> parseUrl(String url) {
        int start = url.indexOf("://");
        String scheme = url.substring(0, start).toLowerCase(Locale.ROOT);
        int defaultPort =
                switch (scheme) {
                    case "http" -> 80;
                    case "https" -> 443;
                    case "socks5", "socks5h" -> 1080;
                    default -> -1;
                };
        int end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start + 3, end);
        int at = authority.lastIndexOf('@');
        String address = authority.substring(at + 1);
        int colon = portColon(address);
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = colon < 0 || colon == address.length() - 1 ? defaultPort : port(address.substring(colon + 1));
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (defaultPort < 0 || port < 0 || host.isEmpty() || hasBadCharacter(host)) {
            return Optional.empty();
        }
        String userInfo = at < 0 ? "" : unescape(authority.substring(0, at));
        return Optional.of(new HttpProxy(scheme, NoProxy.toAscii(host), port, userInfo));
    }

    /** Where the port's colon is, -1 if there is none; the colons of an IPv6 address in brackets are not. */
    private static int portColon(String address) {
        int colon = address.lastIndexOf(':');
        return colon > address.lastIndexOf(']') ? colon : -1;
    }

    private static int port(String digits) {
        int value = digits.isEmpty() || digits.length() > 5 ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            char c = digits.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -1;
        }
        return value > 0 && value <= 65535 ? value : -1;
    }

    private static boolean hasBadCharacter(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) <= ' ' || "\\^{}|`%\"<>".indexOf(host.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String unescape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
