package io.jenkins.plugins.gomodules.git;

import java.util.Optional;

/** A method in GOAUTH: words at spaces, in quotes of one kind without escapes, up to a semicolon. */
final class GoAuthCommand {
    private GoAuthCommand() {}

    /**
     * A command that prints the file, whatever follows: the go command appends a URL when it asks again.
     *
     * @return empty if the path cannot be written there
     */
    static Optional<String> print(String file) {
        boolean both = file.indexOf('\'') >= 0 && file.indexOf('"') >= 0;
        if (both || file.indexOf(';') >= 0) {
            return Optional.empty();
        }
        String quote = file.indexOf('\'') >= 0 ? "\"" : "'";
        return Optional.of("sh -c 'cat \"$0\"' " + quote + file + quote);
    }
}
