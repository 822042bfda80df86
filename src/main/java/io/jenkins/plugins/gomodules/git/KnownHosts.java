package io.jenkins.plugins.gomodules.git;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that a host may show: lines of a {@code known_hosts} file, or keys alone, before which the host is put.
 *
 * @see <a href="https://man.openbsd.org/sshd#SSH_KNOWN_HOSTS_FILE_FORMAT">sshd(8), known_hosts file format</a>
 */
record KnownHosts(List<KnownHostLine> lines) {
    private static final String FIELD = "knownHosts";
    private static final int MAX_CHARS = 64 * 1024;
    private static final int MAX_LINES = 500;

    /** @throws IllegalArgumentException that names the field, the line and what to write */
    static KnownHosts parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw Fields.wrong(FIELD, "it has more than " + MAX_CHARS + " characters");
        }
        List<KnownHostLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (lines.size() == MAX_LINES) {
                throw Fields.wrong(FIELD, "it has more than " + MAX_LINES + " keys");
            }
            try {
                lines.add(KnownHostLine.parse(stripped));
            } catch (IllegalArgumentException e) {
                throw Fields.wrong(FIELD, "line " + number + " " + e.getMessage());
            }
        }
        return new KnownHosts(List.copyOf(lines));
    }

    /** Whether a line speaks for this host and port. */
    boolean cover(HostPort host) {
        return lines.stream().anyMatch(line -> line.covers(host));
    }

    /** A known_hosts file for this host. */
    String file(HostPort host) {
        StringBuilder file = new StringBuilder();
        for (KnownHostLine line : lines) {
            file.append(line.text(host)).append('\n');
        }
        return file.toString();
    }
}
