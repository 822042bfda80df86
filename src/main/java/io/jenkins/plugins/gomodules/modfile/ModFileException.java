package io.jenkins.plugins.gomodules.modfile;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * A file that cannot be used as it is, with everything that is wrong with it (at most {@value #MAX_PROBLEMS} things).
 */
public class ModFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** More than anybody reads; it bounds what a hostile file can make us say. */
    static final int MAX_PROBLEMS = 50;

    private final Problem[] problems;

    /**
     * One thing that is wrong.
     *
     * @param file name of the file, as it was given to the parser
     * @param line from 1
     * @param column from 1, in characters
     * @param message what is wrong and what to do
     */
    public record Problem(String file, int line, int column, String message) implements Serializable {

        /** {@code file:line:column: message}. */
        @Override
        public String toString() {
            return new StringBuilder(file.length() + message.length() + 16)
                    .append(file)
                    .append(':')
                    .append(line)
                    .append(':')
                    .append(column)
                    .append(": ")
                    .append(message)
                    .toString();
        }
    }

    /** @param problems at least one */
    public ModFileException(List<Problem> problems) {
        super(join(problems));
        this.problems = problems.toArray(new Problem[0]);
    }

    private static String join(List<Problem> problems) {
        StringBuilder message = new StringBuilder();
        for (Problem problem : problems) {
            message.append(message.length() == 0 ? "" : "\n").append(problem);
        }
        return message.toString();
    }

    /** What is wrong, in the order of the file; at least one. {@link #getMessage()} has one line for each. */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
