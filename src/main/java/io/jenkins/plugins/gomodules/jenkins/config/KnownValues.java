package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import java.util.Collection;

/**
 * Words that mean something in configuration as code and in Pipelines. Another one there is a mistake that nobody would see
 * otherwise: forms offer none but these.
 */
final class KnownValues {
    private KnownValues() {}

    /**
     * The word without blanks around it, or null if there is none.
     *
     * @throws IllegalArgumentException when it is none of the known ones, naming the field
     */
    static String orNull(String field, String value, Collection<String> known) {
        String word = Util.fixEmptyAndTrim(value);
        if (word != null && !known.contains(word)) {
            throw unknown(field, word, known);
        }
        return word;
    }

    static IllegalArgumentException unknown(String field, String word, Collection<String> known) {
        return new IllegalArgumentException(
                Messages.KnownValues_unknown(field, TypedLogins.remove(word), String.join(", ", known)));
    }
}
