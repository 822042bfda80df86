package io.jenkins.plugins.gomodules.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The words of a command line, taken one by one. An option's value may follow it or stand behind {@code =}. */
final class Arguments {
    private final Deque<String> words;
    private String option = "";
    private String attached;

    Arguments(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The next option's name, such as {@code --dir}. */
    String nextOption() {
        String word = words.removeFirst();
        if (!word.startsWith("--")) {
            throw new UsageException("\"" + word + "\" is not an option. Options begin with two hyphens.");
        }
        int equals = word.indexOf('=');
        attached = equals < 0 ? null : word.substring(equals + 1);
        option = equals < 0 ? word : word.substring(0, equals);
        return option;
    }

    /** Whether an option comes next, not another word. */
    boolean isOption() {
        return words.getFirst().startsWith("--");
    }

    /** The next word, which is no option. */
    String word() {
        return words.removeFirst();
    }

    /** The value of the option that was taken last. */
    String value() {
        if (attached != null) {
            return attached;
        }
        if (words.isEmpty() || words.peekFirst().startsWith("--")) {
            throw new UsageException(option + " needs a value.");
        }
        return words.removeFirst();
    }

    /** The value of the option that was taken last, as a whole number of 0 or more. */
    int number() {
        String value = value();
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for negative numbers.
        }
        throw new UsageException(option + ": \"" + value + "\" is not a whole number of 0 or more.");
    }

    /** Makes sure that no value is attached to an option that takes none. */
    void noValue() {
        if (attached != null) {
            throw new UsageException(option + " takes no value.");
        }
    }
}
