package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;

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
