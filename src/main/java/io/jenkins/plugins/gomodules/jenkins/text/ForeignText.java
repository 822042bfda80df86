package io.jenkins.plugins.gomodules.jenkins.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that an agent sent, made fit for a log, an exception or a variable of a Pipeline: one line, bounded, nothing that
 * moves a cursor, colours a terminal, hides a console note or turns the direction of writing. What is markup to a browser
 * stays: pages escape what they show.
 */
public final class ForeignText {
    /** The most characters that are kept. */
    public static final int MAX = 4_096;

    /** The most lines. */
    public static final int MAX_LINES = 1_000;

    /** A little more than what is kept, so that what is dropped costs the reader nothing. */
    private static final int READ = 4 * MAX;

    /** Colours and the like, ECMA-48 section 5.4; without its first character the rest would be noise. */
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]{0,64}[ -/]{0,64}[@-~]?");

    private ForeignText() {}

    /** The text in one line; {@code ""} for null. */
    public static String line(String text) {
        return text == null ? "" : line(text, false);
    }

    /** @param spaces whether blanks stay as they are, which set columns of a table apart */
    private static String line(String text, boolean spaces) {
        boolean cut = text.length() > READ;
        String head =
                CONTROL_SEQUENCE.matcher(cut ? text.substring(0, READ) : text).replaceAll("");
        StringBuilder line = new StringBuilder(Math.min(head.length(), MAX));
        int at = 0;
        while (at < head.length() && line.length() < MAX) {
            int c = head.codePointAt(at);
            at += Character.charCount(c);
            if (spaces && c == ' ') {
                line.append(' ');
            } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isShown(c)) {
                line.appendCodePoint(c);
            }
        }
        String shown = line.toString().stripTrailing();
        return cut || at < head.length() ? shown + "…" : shown;
    }

    /** Lines of a table, each of them made fit, and not too many; whatever is no text is left out. */
    public static List<String> lines(List<?> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .limit(MAX_LINES)
                        .filter(String.class::isInstance)
                        .map(text -> line((String) text, true))
                        .toList();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
