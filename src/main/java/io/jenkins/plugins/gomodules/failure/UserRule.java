package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that an administrator has written: an expression in RE2 syntax, found anywhere in a line, and what it means. RE2
 * has neither back references nor look-around; in return no expression takes longer than in proportion to the line.
 *
 * <p>Of each match some fixed text of {@value #MIN_LITERAL} characters or more must be a part, so that a log can be
 * searched for the texts of all rules at once. The named groups {@code module}, {@code version}, {@code package}, {@code
 * host}, {@code url}, {@code status} and {@code file} say what the failure is about; title and remedy name them as
 * {@code {module}}.
 *
 * @param id small letters, digits and hyphens
 * @param pattern the expression
 * @param title one line
 * @param remedy what to do
 * @param link documentation; may be empty
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
public record UserRule(String id, String pattern, String title, String remedy, String link) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The least length of the fixed text. */
    static final int MIN_LITERAL = 4;

    static final int MAX_PATTERN = 2000;

    /** The most that the repetitions of an expression may come to, written out. */
    static final int MAX_SIZE = 20_000;

    /** The category of all such rules. */
    public static final String CATEGORY = "own";

    /**
     * Whether the rule can be used.
     *
     * @return a sentence that says what is wrong; empty if nothing is
     */
    public Optional<String> check() {
        if (!isId(id)) {
            return Optional.of("The id \"" + id + "\" must be made of small letters, digits and hyphens, 64 at most.");
        }
        if (title.isBlank()) {
            return Optional.of("The rule " + id + " needs a title: it is what people read first.");
        }
        return checkPattern(pattern);
    }

    /** Whether an expression can be used; a sentence that says what is wrong, or nothing. */
    public static Optional<String> checkPattern(String pattern) {
        if (pattern.length() > MAX_PATTERN) {
            return Optional.of("The expression is longer than " + MAX_PATTERN + " characters.");
        }
        if (PatternSize.of(pattern) > MAX_SIZE) {
            return Optional.of("The repetitions of the expression come to more than " + MAX_SIZE
                    + " characters. Make the numbers in braces smaller, or write * or +.");
        }
        try {
            if (Pattern.compile(pattern).matcher("").find()) {
                return Optional.of("The expression matches the empty text, so it would match every line.");
            }
        } catch (PatternSyntaxException e) {
            return Optional.of("The expression is not in RE2 syntax: " + e.getMessage()
                    + ". RE2 has no back references and no look-around.");
        }
        if (RequiredLiterals.of(pattern, MIN_LITERAL).isEmpty()) {
            return Optional.of("Every match must contain some fixed text of " + MIN_LITERAL
                    + " characters or more; this expression has none, so it would have to be tried on every line.");
        }
        return Optional.empty();
    }

    /**
     * Tries the rule alone on a text.
     *
     * @return the first line that it matches; empty if there is none
     * @throws IllegalArgumentException if {@link #check} finds something wrong
     */
    public Optional<Evidence> tryOn(String text) {
        check().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong);
        });
        Pattern compiled = Pattern.compile(pattern);
        long number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String clean = LineText.clean(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            Matcher matcher = compiled.matcher(clean);
            if (matcher.find()) {
                return Optional.of(new Evidence(number, Findings.shown(clean, matcher.start())));
            }
        }
        return Optional.empty();
    }

    CauseKind kind(int order) {
        return new CauseKind(order, id, CATEGORY, title, "", remedy, link, Set.of("code", "step"), Set.of());
    }

    Wording wording(CauseKind kind) {
        check().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong);
        });
        return new Wording(
                kind, Wording.Strength.SURE, Pattern.compile(pattern), RequiredLiterals.of(pattern, MIN_LITERAL));
    }

    private static boolean isId(String id) {
        boolean fits = !id.isEmpty() && id.length() <= 64;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            fits &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
        return fits;
    }
}
