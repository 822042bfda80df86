package io.jenkins.plugins.gomodules.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The texts of which at least one is in every match of a regular expression, in lower case. Quotation marks,
 * backslashes and other characters that JSON or a terminal may write in another way are never part of one.
 *
 * <p>Reads the part of the RE2 syntax that has to do with it; whatever it does not know contributes nothing. The
 * expression must have been compiled before, so it is well-formed.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
final class RequiredLiterals {
    /** A text that is longer is cut: a part is as telling, and lines may be broken in the rest. */
    private static final int MAX_LENGTH = 28;

    private static final int MAX_ALTERNATIVES = 128;
    private static final String NEVER = "\"'`\\<>&\t";

    /** Texts that lines without any failure are full of. */
    private static final Set<String> EVERYWHERE = Set.of(
            "http://",
            "https://",
            "://",
            "error:",
            "error",
            "fatal:",
            "failed",
            "failed:",
            "failure",
            "missing",
            "invalid",
            "reading",
            "fetching",
            "remote:",
            "warning:",
            "unexpected",
            "expected",
            "passed",
            "skipped",
            "action",
            "coverage:",
            "download",
            "downloading");

    private final String regex;
    private final int minLength;
    private int at;
    private boolean repeated;

    /**
     * What is known of a part of an expression.
     *
     * @param exact all that it can match, null if that is not a short list of plain texts
     * @param required texts of which one is in each match, null if none is known
     */
    private record Part(Set<String> exact, Set<String> required) {}

    private RequiredLiterals(String regex, int minLength) {
        this.regex = regex;
        this.minLength = minLength;
    }

    /** The texts; none if a match need not contain any of the wanted length. */
    static Set<String> of(String regex, int minLength) {
        RequiredLiterals reader = new RequiredLiterals(regex, minLength);
        Part whole = reader.alternatives();
        return whole.required == null || reader.at < regex.length() ? Set.of() : whole.required;
    }

    private Part alternatives() {
        Set<String> required = new LinkedHashSet<>();
        Set<String> exact = new LinkedHashSet<>();
        while (true) {
            Part one = sequence();
            required = required == null || one.required == null ? null : union(required, one.required);
            exact = exact == null || one.exact == null ? null : union(exact, one.exact);
            if (at >= regex.length() || regex.charAt(at) != '|') {
                return new Part(exact, required);
            }
            at++;
        }
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.size() > MAX_ALTERNATIVES ? null : all;
    }

    private Part sequence() {
        List<Set<String>> choices = new ArrayList<>();
        Set<String> run = Set.of("");
        boolean wholly = true;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Part part = element();
            boolean certain = quantifier();
            Set<String> longer = part.exact == null || repeated
                    ? null
                    : product(run, certain ? part.exact : union(part.exact, Set.of("")));
            if (longer != null) {
                run = longer;
                continue;
            }
            wholly = false;
            choose(run, choices);
            // An element that can be spelt out begins a new run, unless it may be there again.
            run = certain && part.exact != null && !repeated ? part.exact : Set.of("");
            if (certain && part.required != null) {
                choices.add(part.required);
            }
        }
        choose(run, choices);
        return new Part(wholly ? run : null, best(choices));
    }

    private static Set<String> product(Set<String> heads, Set<String> tails) {
        if (tails == null || heads.size() * tails.size() > MAX_ALTERNATIVES) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                all.add(head + tail);
            }
        }
        return all;
    }

    private void choose(Set<String> run, List<Set<String>> choices) {
        Set<String> texts = new LinkedHashSet<>();
        for (String each : run) {
            if (each.length() < minLength || each.strip().length() < minLength - 1) {
                return;
            }
            String text = each.length() > MAX_LENGTH ? each.substring(each.length() - MAX_LENGTH) : each;
            texts.add(text.toLowerCase(Locale.ROOT));
        }
        choices.add(texts);
    }

    /** The choice that is met least often: its shortest text is the longest, words of every log aside. */
    private static Set<String> best(Collection<Set<String>> choices) {
        Set<String> best = null;
        int bestWorth = 0;
        for (Set<String> choice : choices) {
            int worth = Integer.MAX_VALUE;
            for (String text : choice) {
                worth = Math.min(worth, EVERYWHERE.contains(text.strip()) ? 1 : text.length());
            }
            if (worth > bestWorth) {
                best = choice;
                bestWorth = worth;
            }
        }
        return best;
    }

    private Part element() {
        char c = regex.charAt(at);
        int literal = -1;
        if (c == '(') {
            return group();
        } else if (c == '[') {
            skipClass();
        } else if (c == '\\') {
            literal = escape();
        } else {
            at++;
            if (c == '^' || c == '$') {
                return new Part(Set.of(""), null);
            }
            literal = c == '.' ? -1 : c;
        }
        boolean fits = literal >= 0x20 && literal < 0x7f && NEVER.indexOf(literal) < 0;
        return new Part(fits ? Set.of(Character.toString((char) literal)) : null, null);
    }

    private Part group() {
        at++;
        if (regex.startsWith("?", at)) {
            int i = at + 1;
            while (i < regex.length() && ":)>".indexOf(regex.charAt(i)) < 0) {
                i++;
            }
            at = i;
            if (i < regex.length() && regex.charAt(i) != ')') {
                at++;
            }
        }
        Part inside = alternatives();
        at++; // the closing parenthesis
        return inside;
    }

    private void skipClass() {
        at++;
        if (regex.startsWith("^", at)) {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            first = false;
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
                at = regex.indexOf(":]", at) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
    }

    /** The character that an escape stands for, -1 if for several or none. */
    private int escape() {
        char c = at + 1 < regex.length() ? regex.charAt(at + 1) : 0;
        at += 2;
        if (c == 'Q') {
            int end = regex.indexOf("\\E", at);
            at = end < 0 ? regex.length() : end + 2;
            return -1;
        }
        if ((c == 'p' || c == 'P' || c == 'x') && regex.startsWith("{", at)) {
            at = regex.indexOf('}', at) + 1;
            return -1;
        }
        if (c == 'x') {
            at += 2;
            return -1;
        }
        if (c == 'p' || c == 'P') {
            at++;
            return -1;
        }
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? -1 : c;
    }

    /** Reads what may follow an element; whether the element is there at least once. */
    private boolean quantifier() {
        repeated = false;
        boolean certain = true;
        while (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
            char c = regex.charAt(at);
            if (c == '{') {
                if (at + 1 >= regex.length() || !Character.isDigit(regex.charAt(at + 1))) {
                    return certain; // an ordinary brace, the next element
                }
                certain &= regex.charAt(at + 1) != '0';
                at = regex.indexOf('}', at) + 1;
            } else {
                certain &= c == '+';
                at++;
            }
            repeated |= c != '?';
            if (at < regex.length() && regex.charAt(at) == '?') {
                at++; // as few as possible
            }
        }
        return certain;
    }
}
