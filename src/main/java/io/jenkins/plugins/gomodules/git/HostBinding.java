package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;
import java.util.Locale;

/**
 * Which URLs something is for, and how they are reached. There is no secret in it.
 *
 * @param host a DNS name or IP address (IPv6 in brackets), with {@code :port} if it is not the protocol's own; stored in
 *     lower case
 * @param path "" for the whole host, {@code team/} for all below it, or {@code team/lib} for one repository; whole
 *     components, the case counts
 * @param protocol how the repositories are reached
 * @param sshUrl what {@code https://<host>/<path>} becomes over SSH, for hosts where that differs, such as
 *     {@code ssh://git@git.corp.example:7999/team/} or {@code ssh://git@ssh.dev.azure.com/v3/org/project/}; "" for
 *     {@code ssh://<user>@<host>/<path>}
 * @param knownHosts the host's keys: lines as in a {@code known_hosts} file, or bare {@code ssh-ed25519 AAAA…} keys; ""
 *     if not known, which is an error as soon as SSH needs them
 * @param credentialsId names the credential in messages; "" if there is none
 */
public record HostBinding(
        String host, String path, HostProtocol protocol, String sshUrl, String knownHosts, String credentialsId)
        implements Serializable {

    private static final int MAX_ID = 255;

    /**
     * Checks every field.
     *
     * @throws IllegalArgumentException whose message begins with the field's name and says what to do
     */
    public HostBinding {
        HostPort parsed = HostPort.parse("host", host, protocol.port());
        host = parsed.text(protocol.port());
        RepositoryPath.check("path", path);
        if (protocol == HostProtocol.HTTPS) {
            refuse("sshUrl", sshUrl);
            refuse("knownHosts", knownHosts);
        } else {
            if (!sshUrl.isEmpty()) {
                sshUrl = SshUrl.parse("sshUrl", sshUrl).alignedWith(path).toString();
            }
            KnownHosts.parse(knownHosts);
        }
        if (credentialsId.length() > MAX_ID || credentialsId.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw Fields.wrong(
                    "credentialsId",
                    "it has control characters, or more than " + MAX_ID + " characters; write the id"
                            + " as the credential's page shows it");
        }
    }

    /** How many components the path has; of the bindings that cover a URL, the one with the most is meant. */
    public int pathDepth() {
        return RepositoryPath.depth(path);
    }

    /**
     * Whether the binding is for this place, whatever the protocol.
     *
     * @param host its name in any case, without a port
     * @param port 0 or less for the protocol's own
     * @param path with or without a leading slash, without query
     */
    public boolean covers(String host, int port, String path) {
        HostPort ours = hostPort();
        return ours.name().equals(host.toLowerCase(Locale.ROOT))
                && ours.port() == (port <= 0 ? protocol.port() : port)
                && RepositoryPath.covers(this.path, path.startsWith("/") ? path.substring(1) : path);
    }

    /** Host and path, as messages name the binding. */
    public String place() {
        return path.isEmpty() ? host : host + "/" + path;
    }

    /**
     * How the place is written in a URL for HTTPS. A port that stands in a binding over SSH without a URL of its own is
     * that of SSH, and of no web server.
     */
    String httpsPrefix() {
        boolean sshPort = protocol == HostProtocol.SSH && sshUrl.isEmpty();
        return "https://" + (sshPort ? hostPort().name() : host) + "/" + path;
    }

    HostPort hostPort() {
        return HostPort.parse("host", host, protocol.port());
    }

    private static void refuse(String field, String value) {
        if (!value.isBlank()) {
            throw Fields.wrong(field, "it is used with protocol 'ssh' only; leave it out, or set protocol to 'ssh'");
        }
    }
}
