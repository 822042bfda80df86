package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goenv.HostOs;
import io.jenkins.plugins.gomodules.goenv.ProgramSearch;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the keys that an SSH server shows with those that are known. The exchange that makes a server show them is
 * cryptography of its own, so it is left to OpenSSH's {@code ssh-keyscan}, where that is installed.
 */
final class HostKeyScan {
    private static final int MAX_BYTES = 64 * 1024;

    private final GitHost git;
    private final HttpTimeouts timeouts;

    HostKeyScan(GitHost git, HttpTimeouts timeouts) {
        this.git = git;
        this.timeouts = timeouts;
    }

    void run(Trail trail) throws InterruptedException {
        Optional<Path> program = new ProgramSearch(HostOs.current(), System.getenv()).find("ssh-keyscan");
        if (program.isEmpty()) {
            trail.skip(Stage.HOST_KEY, "there is no ssh-keyscan on this machine to ask for the server's keys");
            return;
        }
        trail.attempt(Stage.HOST_KEY, () -> compare(scan(program.get())));
    }

    /** Of each key its type and itself. */
    private Set<String> scan(Path program) throws StageFailure {
        int seconds = Math.max(1, timeouts.connectMillis() / 1000);
        List<String> command = List.of(
                program.toString(),
                "-T",
                Integer.toString(seconds),
                "-p",
                Integer.toString(git.port()),
                "-t",
                "ed25519,ecdsa,rsa",
                git.host());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream in = process.getInputStream()) {
                process.getOutputStream().close();
                return keys(new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new StageFailure("vcs-failure", "ssh-keyscan cannot be run: " + e.getMessage(), 0, List.of());
        }
    }

    private Trail.Found compare(Set<String> shown) throws StageFailure {
        List<Fact> facts = new ArrayList<>();
        for (String key : shown) {
            facts.add(new Fact("host-key", fingerprint(key)));
        }
        if (shown.isEmpty()) {
            throw new StageFailure("vcs-failure", "the server shows no key of a kind in use today", 0, facts);
        }
        Set<String> known = keys(git.knownHosts());
        if (known.isEmpty()) {
            return new Trail.Found(
                    Outcome.WARNING,
                    "no key of this host is known here, so builds cannot use it: compare this one with what the"
                            + " server's operator publishes, then enter it",
                    facts);
        }
        for (String key : shown) {
            if (known.contains(key)) {
                return new Trail.Found(Outcome.OK, "the key is the one that is known", facts);
            }
        }
        throw new StageFailure("ssh-host-key", "the server shows other keys than those that are known", 0, facts);
    }

    /** The keys in lines of a known_hosts file, or in bare ones: a type, and behind it base64. */
    static Set<String> keys(String lines) {
        Set<String> keys = new HashSet<>();
        for (String line : lines.split("\n", 1_000)) {
            String[] words = line.strip().split("[ \t]+", 6);
            if (line.startsWith("#") || line.startsWith("@revoked")) {
                continue;
            }
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].startsWith("ssh-") || words[i].startsWith("ecdsa-") || words[i].startsWith("sk-")) {
                    keys.add(words[i] + " " + words[i + 1]);
                    break;
                }
            }
        }
        return keys;
    }

    /** As {@code ssh} shows it. */
    static String fingerprint(String key) {
        int space = key.indexOf(' ');
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key.substring(space + 1)));
            return key.substring(0, space) + " SHA256:"
                    + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (IllegalArgumentException e) {
            return key.substring(0, space) + " (not readable)";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
