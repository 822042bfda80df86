package io.jenkins.plugins.gomodules.git;

import java.util.Optional;

/** Words for the POSIX shell through which Git runs helpers and ssh, on Windows too. */
final class ShellWord {
    private ShellWord() {}

    /** The word in single quotes, in which nothing but a single quote means anything. */
    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The word that {@link #quote} made this of; empty for any other text. */
    static Optional<String> unquote(String quoted) {
        if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
            return Optional.empty();
        }
        String word = quoted.substring(1, quoted.length() - 1).replace("'\\''", "'");
        return quote(word).equals(quoted) ? Optional.of(word) : Optional.empty();
    }
}
