package io.jenkins.plugins.gomodules.goproxy;

import java.io.Serializable;
import java.net.IDN;
import java.util.Locale;

/**
 * A login for one server, or for the part of it below a path.
 *
 * @param host its name or address in lower case, with {@code :port} unless that is the scheme's own
 * @param path components without a slash at either end, such as {@code api/go/team}; empty for the whole server
 * @param username may be empty beside a token
 * @param password or the token
 * @param token whether this is a token: shown as Bearer until the server asks for Basic. A password is Basic at once
 */
public record ProxyLogin(String host, String path, String username, String password, boolean token)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException when a part cannot be what it should be; repeats no secret */
    public ProxyLogin {
        boolean ascii = host.chars().allMatch(c -> c < 0x80);
        host = (ascii ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '@' || c == '?' || c == '#')) {
            throw new IllegalArgumentException("host: \"" + host.substring(host.lastIndexOf('@') + 1)
                    + "\" is no host. Write its name, and after a colon its port if it has one of its own.");
        }
        path = withoutSlashes(path);
        if (line(username) || line(password)) {
            throw new IllegalArgumentException(
                    "the login for " + host + " holds a line break or a NUL, which no server takes. Enter it anew.");
        }
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    private static boolean line(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0;
    }

    /** The name of the host, without port and brackets. */
    String hostName() {
        int colon = portColon();
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** The port, or {@code ifNone}. */
    int port(int ifNone) {
        int colon = portColon();
        if (colon < 0) {
            return ifNone;
        }
        int port = 0;
        for (int i = colon + 1; i < host.length(); i++) {
            int digit = host.charAt(i) - '0';
            if (digit < 0 || digit > 9 || port > 65535) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port;
    }

    /** An address with several colons has its port behind a bracket. */
    private int portColon() {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') && (host.startsWith("[") || host.indexOf(':') == colon) ? colon : -1;
    }

    /** What it is for, as it may be shown: host and path. */
    String place() {
        return path.isEmpty() ? host : host + "/" + path;
    }

    /** No secrets, not even the user name. */
    @Override
    public String toString() {
        return "login for " + place();
    }
}
