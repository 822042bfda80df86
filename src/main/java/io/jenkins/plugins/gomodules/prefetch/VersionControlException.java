package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
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

    /**
     * @param module what could not be had
     * @param message what the go command says of it
     */
    VersionControlException(ModuleVersion module, String message) {
        super(withAdvice(module, oneLine(module, message)));
    }

    /** Without the module's name at its beginning, which whoever shows it has said already. */
    private static String oneLine(ModuleVersion module, String message) {
        String line = message.replace("\r", "").replaceAll("\n\\s*", " | ");
        String name = module + ": ";
        return line.startsWith(name) ? line.substring(name.length()) : line;
    }

    private static String withAdvice(ModuleVersion module, String line) {
        String cause = causeOf(line);
        if (!cause.equals("auth-required") && !cause.equals("auth-denied")) {
            return line;
        }
        String path = module.path();
        int slash = path.indexOf('/');
        String host = slash < 0 ? path : path.substring(0, slash);
        return line + ". " + (cause.equals("auth-required") ? "It wants a login" : "The credential has no right to it")
                + ": bind one to " + host + ", goModPrefetch(hosts: [goHost(host: '" + host
                + "', credentialsId: '…')]); without Jenkins, give Git a credential helper or ssh a key";
    }

    /** The id in the failure catalog. */
    String causeId() {
        return causeOf(getMessage());
    }

    private static String causeOf(String line) {
        for (String[] cause : CAUSES) {
            if (line.contains(cause[0])) {
                return cause[1];
            }
        }
        return "vcs-failure";
    }
}
