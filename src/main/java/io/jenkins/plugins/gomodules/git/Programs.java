package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the small programs that a preparation needs, and tells those that are not there. */
final class Programs {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int MAX_LINE = 300;

    /** What shells and containers answer for a program that cannot be run, and for one that is not there. */
    private static final int CANNOT_RUN = 126;

    private static final int NOT_FOUND = 127;

    private final Machine machine;

    Programs(Machine machine) {
        this.machine = machine;
    }

    /** Runs it; empty if there is no such program. */
    Optional<Machine.Output> run(List<String> command, Map<String, String> variables, Duration limit)
            throws InterruptedException {
        Machine.Output output;
        try {
            output = machine.run(command, variables, limit);
        } catch (IOException e) {
            return Optional.empty();
        }
        boolean missing = output.exit() == CANNOT_RUN || output.exit() == NOT_FOUND;
        return missing ? Optional.empty() : Optional.of(output);
    }

    /** The last line that says something, as a message may show it; "" for none. */
    static String lastLine(String text) {
        String last = "";
        for (String line : text.split("[\r\n]+")) {
            last = line.isBlank() ? last : line.strip();
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < last.length() && i < MAX_LINE; i++) {
            char c = last.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return shown.toString();
    }
}
