package io.jenkins.plugins.gomodules.git;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What to say when a host's key is not known: what the server shows, which is never trusted for that. */
final class HostKeyReport {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SECONDS = 8;
    private static final int MAX_KEYS = 8;

    private final Programs programs;

    HostKeyReport(Programs programs) {
        this.programs = programs;
    }

    /** Asks the host and words the error. */
    GitAccessException missing(SshRoute route) throws InterruptedException {
        HostBinding binding = route.binding();
        HostPort host = route.target().host();
        String name = KnownHostLine.nameOf(host);
        String start = binding.knownHosts().isBlank()
                ? "No host key is known for " + name + ", to which " + binding.place() + " is bound over SSH."
                : "The knownHosts of the binding for " + binding.place() + " have no line for " + name + ".";
        Optional<Machine.Output> output = programs.run(
                List.of(
                        "ssh-keyscan",
                        "-T",
                        String.valueOf(SECONDS),
                        "-p",
                        String.valueOf(host.port()),
                        host.bareName()),
                Map.of(),
                LIMIT);
        if (output.isEmpty()) {
            return report(start + " There is no ssh-keyscan here to ask it; ask its administrator for its key, and put"
                    + " that into knownHosts.");
        }
        TreeMap<String, PublicKey> keys = keys(output.get().text());
        if (keys.isEmpty()) {
            String reason = Programs.lastLine(output.get().text().replaceAll("(?m)^#.*$", ""));
            boolean silent = reason.isEmpty() || output.get().exit() < 0;
            return report(start + " It could not be asked for its keys: "
                    + (silent ? "it did not answer within " + SECONDS + " seconds" : reason)
                    + ". See that host and port are right and can be reached from the machine where the build runs, ask"
                    + " its administrator for its key, and put that into knownHosts.");
        }
        StringBuilder text = new StringBuilder(start).append(" As the server presented itself now, it has:\n");
        keys.values().forEach(key -> text.append("  ").append(key.fingerprint()).append('\n'));
        text.append(
                "Whoever sits in between could have presented these. Compare them with what the host's administrator"
                        + " publishes; if one is the same, put its line into knownHosts:");
        keys.values().forEach(key -> text.append("\n  ").append(key.text()));
        return report(text.toString());
    }

    private static GitAccessException report(String message) {
        return new GitAccessException("ssh-host-key", message);
    }

    /** One key of each type; the rest of the output is talk. */
    private static TreeMap<String, PublicKey> keys(String output) {
        TreeMap<String, PublicKey> keys = new TreeMap<>();
        for (String line : output.split("[\r\n]+")) {
            String[] words = line.split(" ");
            if (line.startsWith("#") || words.length < 3 || keys.size() == MAX_KEYS) {
                continue;
            }
            try {
                keys.putIfAbsent(words[1], PublicKey.parse(words[1], words[2]));
            } catch (IllegalArgumentException e) {
                // Whatever a hostile server made ssh-keyscan print, it is no key.
                continue;
            }
        }
        return keys;
    }
}
