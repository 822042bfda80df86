package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpOrigin;
import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which login goes to which URL: that of the same host and port with the longest path above the URL's, component by
 * component; none to any other host. A login goes over TLS, or stays on this machine.
 *
 * <p>Besides those that were bound to hosts there may be those of a netrc file, for what the former do not cover; like the
 * go command, these go over TLS only.
 */
public final class ProxyLogins implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No login for anybody. */
    public static final ProxyLogins NONE = new ProxyLogins(List.of(), List.of());

    private final List<ProxyLogin> bound;
    private final List<ProxyLogin> netrc;

    private ProxyLogins(List<ProxyLogin> bound, List<ProxyLogin> netrc) {
        this.bound = List.copyOf(bound);
        this.netrc = List.copyOf(netrc);
    }

    /** These logins; of several for the same host and path the first counts. */
    public static ProxyLogins of(List<ProxyLogin> bound) {
        return new ProxyLogins(bound, List.of());
    }

    /** The same, and for what they do not cover those in the text of a netrc file. */
    public ProxyLogins withNetrc(String text) {
        return text.isEmpty() ? this : new ProxyLogins(bound, Netrc.parse(text));
    }

    /** The login for a URL; empty as well for plain http to another machine. */
    public Optional<ProxyLogin> find(URI uri) {
        if (!isConfidential(uri)) {
            return Optional.empty();
        }
        Optional<ProxyLogin> login = longest(bound, uri);
        return login.isEmpty() && "https".equalsIgnoreCase(uri.getScheme()) ? longest(netrc, uri) : login;
    }

    /** Whether there is a login for a URL that is not sent there, because plain http would show it to the network. */
    boolean isHeldBack(URI uri) {
        return !isConfidential(uri) && longest(bound, uri).isPresent();
    }

    /** Whether a login is from the netrc file. */
    boolean isFromNetrc(ProxyLogin login) {
        return !bound.contains(login);
    }

    /** All of them: what must not be shown. */
    List<ProxyLogin> all() {
        List<ProxyLogin> all = new ArrayList<>(bound);
        all.addAll(netrc);
        return all;
    }

    private static Optional<ProxyLogin> longest(List<ProxyLogin> logins, URI uri) {
        if (logins.isEmpty()) {
            return Optional.empty();
        }
        HttpOrigin origin;
        try {
            origin = HttpOrigin.of(uri);
        } catch (HttpProtocolException e) {
            return Optional.empty();
        }
        ProxyLogin longest = null;
        for (ProxyLogin login : logins) {
            boolean here = login.hostName().equals(origin.host())
                    && login.port(origin.secure() ? 443 : 80) == origin.port()
                    && isBelow(uri, login.path());
            if (here
                    && (longest == null
                            || login.path().length() > longest.path().length())) {
                longest = login;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** Dots, plain or escaped, may lead the server out of the path again: such a URL is below none. */
    private static boolean isBelow(URI uri, String prefix) {
        if (prefix.isEmpty()) {
            return true;
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        boolean below = path.startsWith("/" + prefix)
                && (path.length() == prefix.length() + 1 || path.charAt(prefix.length() + 1) == '/');
        return below && !leadsUp(path);
    }

    private static boolean leadsUp(String path) {
        String plain = path.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "/");
        return (plain + "/").contains("/../");
    }

    /** As the go command: over TLS, or on this machine. */
    static boolean isConfidential(URI uri) {
        if ("https".equalsIgnoreCase(uri.getScheme())) {
            return true;
        }
        String host = uri.getHost();
        return host != null && (host.equals("localhost") || isLoopbackAddress(host) || host.equals("[::1]"));
    }

    /** 127.0.0.0/8, written as four numbers: a name that begins like one may lead anywhere. */
    private static boolean isLoopbackAddress(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) != '.' && (host.charAt(i) < '0' || host.charAt(i) > '9')) {
                return false;
            }
        }
        return host.startsWith("127.");
    }

    /** How many, no secrets. */
    @Override
    public String toString() {
        return bound.size() + " bound, " + netrc.size() + " in netrc";
    }
}
