package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sshd writes at LogLevel DEBUG2 about one connection, read for who wanted in, and with what. */
final class SshdLog {

    private static final String KEY = "(SHA256:[A-Za-z0-9+/]{43})";
    private static final Pattern REQUEST =
            Pattern.compile("userauth-request for user (.*) service ssh-connection method (\\S+)");
    private static final Pattern OFFER = Pattern.compile("(?:pkblob|Failed publickey for) .*" + KEY);
    private static final Pattern ACCEPTED = Pattern.compile("^Accepted publickey for .*" + KEY);

    private final List<String> lines = new ArrayList<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final Set<String> offered = new LinkedHashSet<>();
    private String user = "";
    private Optional<String> accepted = Optional.empty();

    /** Reads the log of a connection that has ended; empty if there is no such file. */
    static SshdLog of(Path file) throws IOException {
        SshdLog log = new SshdLog();
        if (Files.exists(file)) {
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(log::read);
        }
        return log;
    }

    private void read(String line) {
        lines.add(line);
        Matcher request = REQUEST.matcher(line);
        if (request.find()) {
            user = request.group(1);
            // With the host's key signed as well it is the same method.
            methods.add(request.group(2).replaceFirst("-hostbound-.*", ""));
        }
        Matcher offer = OFFER.matcher(line);
        if (offer.find()) {
            offered.add(offer.group(1));
        }
        Matcher key = ACCEPTED.matcher(line);
        if (key.find()) {
            accepted = Optional.of(key.group(1));
        }
    }

    SshAttempt attempt() {
        return new SshAttempt(user, List.copyOf(methods), List.copyOf(offered), accepted);
    }

    String text() {
        return String.join("\n", lines);
    }
}
