package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;

/**
 * A Git host to be tested.
 *
 * @param host its name or address, without brackets
 * @param port its port, 1 to 65535
 * @param path what is asked for over HTTPS, without slashes at either end; may be empty
 * @param ssh whether it is reached over SSH, else over HTTPS
 * @param knownHosts its keys, in lines of a {@code known_hosts} file; may be empty
 */
public record GitHost(String host, int port, String path, boolean ssh, String knownHosts) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int SSH_PORT = 22;
    private static final int HTTPS_PORT = 443;

    /** @throws IllegalArgumentException when the host or the port is none */
    public GitHost {
        boolean odd = host.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "/@?#%\\[]\"'`".indexOf(c) >= 0);
        if (host.isEmpty() || odd || host.startsWith("-")) {
            throw new IllegalArgumentException("host: write its name or address alone");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: it must be 1 to 65535");
        }
    }

    /**
     * Reads {@code host} or {@code host:port}; an IPv6 address with a port has brackets.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static GitHost parse(String hostAndPort, String path, boolean ssh, String knownHosts) {
        int colon = hostAndPort.lastIndexOf(':');
        boolean bracketed = hostAndPort.startsWith("[");
        boolean hasPort = colon > hostAndPort.lastIndexOf(']') && (bracketed || hostAndPort.indexOf(':') == colon);
        String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        if (bracketed && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            int usual = ssh ? SSH_PORT : HTTPS_PORT;
            int port = hasPort ? Integer.parseInt(hostAndPort.substring(colon + 1)) : usual;
            return new GitHost(host, port, path, ssh, knownHosts);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("port: what follows the colon is no number", e);
        }
    }

    /** As a URL. */
    public String name() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        String usual = port == (ssh ? SSH_PORT : HTTPS_PORT) ? "" : ":" + port;
        return (ssh ? "ssh://" : "https://") + shown + usual + (ssh || path.isEmpty() ? "" : "/" + path);
    }
}
