package io.jenkins.plugins.gomodules.prefetch;

import java.io.IOException;

/** A module that the go command could not get from version control. The message is the go command's, without secrets. */
final class VersionControlException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What Git, ssh and the go command write, and what it means; the first that is found counts. */
    private static final String[][] CAUSES = {
        {"Host key verification failed", "ssh-host-key"},
        {"Permission denied (publickey", "auth-denied"},
        {"could not read Username", "auth-required"},
        {"could not read Password", "auth-required"},
        {"terminal prompts disabled", "auth-required"},
        {"Authentication failed", "auth-denied"},
        {"executable file not found", "vcs-missing"},
        {"no such host", "dns-failure"},
        {"Could not resolve host", "dns-failure"},
        {"onnection refused", "connection-refused"},
        {"i/o timeout", "network-timeout"},
        {"onnection timed out", "network-timeout"},
        {"certificate", "tls-untrusted"},
        {"unknown revision", "version-not-found"},
        {"invalid version", "version-not-found"},
        {"404 Not Found", "version-not-found"},
        {"no space left", "disk-full"},
    };

    VersionControlException(String message) {
        super(message.replace("\r", "").replaceAll("\n\\s*", " | "));
    }

    /** The id in the failure catalog. */
    String causeId() {
        for (String[] cause : CAUSES) {
            if (getMessage().contains(cause[0])) {
                return cause[1];
            }
        }
        return "vcs-failure";
    }
}
