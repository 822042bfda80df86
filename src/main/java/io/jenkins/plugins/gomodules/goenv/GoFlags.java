package io.jenkins.plugins.gomodules.goenv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GOFLAGS}: flags that every go command takes which knows them. Words are separated by white space; a word that
 * begins with a quote, single or double, goes to the next such quote, and nothing is unescaped.
 *
 * @param words the words, quotes removed
 * @param problem what the go command refuses to run with, {@code ""} if nothing
 */
record GoFlags(List<String> words, String problem) {
    GoFlags {
        words = List.copyOf(words);
    }

    static GoFlags parse(String value) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < value.length() && isSpace(value.charAt(at))) {
                at++;
            }
            if (at == value.length()) {
                return new GoFlags(words, nonFlag(words));
            }
            char first = value.charAt(at);
            int end;
            if (first == '"' || first == '\'') {
                end = value.indexOf(first, at + 1);
                if (end < 0) {
                    return new GoFlags(words, "a quotation mark (" + first + ") is never closed");
                }
                words.add(value.substring(at + 1, end));
                at = end + 1;
            } else {
                end = at;
                while (end < value.length() && !isSpace(value.charAt(end))) {
                    end++;
                }
                words.add(value.substring(at, end));
                at = end;
            }
        }
    }

    /** The value of the last {@code -name=value}; {@code "true"} for a bare {@code -name}. */
    Optional<String> value(String name) {
        String found = null;
        for (String word : words) {
            int dashes = word.startsWith("--") ? 2 : 1;
            if (!word.startsWith("-") || !word.startsWith(name, dashes)) {
                continue;
            }
            int end = dashes + name.length();
            if (end == word.length()) {
                found = "true";
            } else if (word.charAt(end) == '=') {
                found = word.substring(end + 1);
            }
        }
        return Optional.ofNullable(found);
    }

    /** A flag that is either there or not; a value that is no truth value counts as absent. */
    boolean isSet(String name) {
        return switch (value(name).orElse("false")) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            default -> false;
        };
    }

    private static String nonFlag(List<String> words) {
        for (String word : words) {
            if (!word.startsWith("-")
                    || word.equals("-")
                    || word.equals("--")
                    || word.startsWith("---")
                    || word.startsWith("-=")
                    || word.startsWith("--=")) {
                return "word " + (words.indexOf(word) + 1)
                        + " is not a flag; write -name=value without spaces, or with "
                        + "quotation marks around all of it";
            }
        }
        return "";
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
