package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The block's ssh-agent: started when the first key needs it, with each key once, and what is public of it. */
final class AgentKeys {
    /** The remedy for a missing program. */
    static final String INSTALL =
            "; install OpenSSH's client there (openssh-client in Debian and Ubuntu, openssh-clients in Fedora and Red Hat,"
                    + " openssh in Alpine), in a container: in its image";

    private final Programs programs;
    private final KeyAgentStarter starter;
    private final Map<String, PublicKey> known = new HashMap<>();
    private KeyAgent agent;
    private Set<PublicKey> held = new LinkedHashSet<>();

    AgentKeys(Programs programs, KeyAgentStarter starter) {
        this.programs = programs;
        this.starter = starter;
    }

    /** How the agent is reached; empty as long as no key has needed it. */
    Map<String, String> environment() {
        return agent == null ? Map.of() : agent.environment();
    }

    /**
     * Adds a key unless it is there.
     *
     * @throws GitAccessException with a sentence that names the credential
     */
    PublicKey add(String credentialsId, String privateKey, String passphrase) throws IOException, InterruptedException {
        String credential = "the credential " + Fields.quote(credentialsId);
        PrivateKeyText key = read(credential, privateKey);
        PublicKey before = known.get(key.text());
        if (before != null) {
            return before;
        }
        if (key.encrypted() && passphrase.isEmpty()) {
            throw denied(credential + " holds a key that is encrypted, but no passphrase; write the passphrase into the"
                    + " credential");
        }
        start();
        try {
            agent.add(key.text(), key.encrypted() ? passphrase : null, credentialsId);
        } catch (IOException e) {
            throw refused(credential, key, passphrase, e);
        }
        PublicKey added = key.publicKey().isPresent() ? key.publicKey().get() : newest(credential);
        known.put(key.text(), added);
        return added;
    }

    private static PrivateKeyText read(String credential, String privateKey) throws GitAccessException {
        try {
            return PrivateKeyText.parse(privateKey);
        } catch (IllegalArgumentException e) {
            throw denied(credential + " " + e.getMessage());
        }
    }

    private static GitAccessException refused(
            String credential, PrivateKeyText key, String passphrase, IOException because) {
        String reason = because.getMessage() == null ? "" : Programs.lastLine(because.getMessage());
        if (!passphrase.isEmpty()) {
            reason = reason.replace(passphrase, "****");
        }
        String said = reason.isEmpty() ? "" : " (" + reason + ")";
        if (key.encrypted()) {
            return denied(credential + " holds an encrypted key that ssh-add cannot open" + said
                    + "; most likely the passphrase is wrong: correct it in the credential");
        }
        return denied("the key of " + credential + " is not taken by ssh-add" + said
                + "; it is damaged, or of a kind that the"
                + " OpenSSH there does not know: try 'ssh-keygen -y -f' on the key's file");
    }

    /** A new agent holds nothing, so what it holds after a key was added and not before is that key. */
    private PublicKey newest(String credential) throws GitAccessException, InterruptedException {
        Set<PublicKey> before = held;
        held = list();
        Optional<PublicKey> added =
                held.stream().filter(each -> !before.contains(each)).findFirst();
        if (added.isEmpty()) {
            throw denied("the key of " + credential
                    + " was taken by ssh-add, but the agent shows no new key; is the same key in"
                    + " another credential? Then bind that one to both hosts");
        }
        return added.get();
    }

    private void start() throws IOException, InterruptedException {
        if (agent != null) {
            held = list();
            return;
        }
        try {
            agent = starter.start();
        } catch (IOException e) {
            throw notStarted(e);
        }
        if (agent.environment().getOrDefault("SSH_AUTH_SOCK", "").isEmpty()) {
            // Without a socket in its configuration, ssh would offer whatever other keys there are.
            throw denied("the ssh-agent that was started did not say where its socket is (SSH_AUTH_SOCK); try"
                    + " 'ssh-agent' in a shell on the machine where the build runs");
        }
        held = list();
    }

    private GitAccessException notStarted(IOException because) throws InterruptedException {
        // An option that it does not know makes it explain itself and start nothing.
        if (programs.run(List.of("ssh-agent", "-?"), Map.of(), Programs.LIMIT).isEmpty()) {
            return new GitAccessException(
                    "vcs-missing", "There is no ssh-agent on the machine where the build runs" + INSTALL, because);
        }
        String reason = because.getMessage() == null ? "" : ": " + Programs.lastLine(because.getMessage());
        return new GitAccessException(
                "auth-denied",
                "The ssh-agent could not be started" + reason
                        + "; try 'ssh-agent' in a shell on that machine, or give it more time",
                because);
    }

    private Set<PublicKey> list() throws GitAccessException, InterruptedException {
        Optional<Machine.Output> output = programs.run(List.of("ssh-add", "-L"), agent.environment(), Programs.LIMIT);
        if (output.isEmpty()) {
            throw new GitAccessException(
                    "vcs-missing", "There is no ssh-add on the machine where the build runs" + INSTALL);
        }
        if (output.get().exit() < 0 || output.get().exit() > 1) {
            String said = Programs.lastLine(output.get().text());
            throw denied("the ssh-agent that was started does not answer ssh-add -L"
                    + (said.isEmpty() ? "" : " (" + said + ")")
                    + "; see whether its socket can be reached from where the build runs");
        }
        Set<PublicKey> keys = new LinkedHashSet<>();
        for (String line : output.get().text().split("[\r\n]+")) {
            String[] words = line.split(" ", 3);
            if (words.length >= 2 && PublicKey.isType(words[0])) {
                try {
                    keys.add(PublicKey.parse(words[0], words[1]));
                } catch (IllegalArgumentException e) {
                    // Not a key but something that was printed beside them.
                    continue;
                }
            }
        }
        return keys;
    }

    private static GitAccessException denied(String sentence) {
        return new GitAccessException(
                "auth-denied", Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
    }
}
