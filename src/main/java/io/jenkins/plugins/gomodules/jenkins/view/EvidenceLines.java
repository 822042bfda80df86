package io.jenkins.plugins.gomodules.jenkins.view;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows lines of a console again by their text. Their numbers would not do: a console may be shown from its middle.
 *
 * <p>What was kept of a line has lost colours, time stamps and other prefixes, escapes of JSON, and has asterisks where a
 * secret was. So a line of the console is the one if it contains the kept text, both cleaned in the same way, with anything
 * in the places of secrets.
 */
final class EvidenceLines {
    /** Shorter texts must be the whole line: "FAIL" is part of too many. */
    private static final int ENOUGH_FOR_A_PART = 16;

    /** Messages of steps may have several lines, of which one text was made: so much of it is looked for. */
    private static final int ENOUGH_OF_A_MESSAGE = 100;

    private static final String RESPONSE = "server response: ";

    /** What secrets are replaced by, and the mark of a text that was cut. */
    private static final Pattern GAP = Pattern.compile("\\*{4,}|…");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{4,}");

    private final List<Line> lines = new ArrayList<>();

    /** A line that is looked for. */
    private record Line(int number, List<String> parts, boolean whole, String word) {}

    /** @param cards whose lines are looked for */
    EvidenceLines(List<CauseCard> cards) {
        int number = 0;
        for (CauseCard card : cards) {
            for (EvidenceCard line : card.getEvidence()) {
                add(number++, begin(clean(line.getText()), line.isFirstHand()));
            }
        }
    }

    /** What a console surely has in one line. */
    private static String begin(String text, boolean message) {
        if (message) {
            return text.substring(0, Math.min(text.length(), ENOUGH_OF_A_MESSAGE));
        }
        // The go command writes these words into the line before.
        return text.startsWith(RESPONSE) ? text.substring(RESPONSE.length()) : text;
    }

    private void add(int number, String text) {
        List<String> parts = new ArrayList<>();
        int kept = 0;
        for (String part : GAP.split(text)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
                kept += part.length();
            }
        }
        if (!parts.isEmpty()) {
            lines.add(new Line(number, parts, kept < ENOUGH_FOR_A_PART, longestWord(parts)));
        }
    }

    /** A word that says cheaply of most lines that they are not the one; empty if there is none. */
    private static String longestWord(List<String> parts) {
        String longest = "";
        for (String part : parts) {
            Matcher word = WORD.matcher(part);
            while (word.find()) {
                if (word.group().length() > longest.length()) {
                    longest = word.group();
                }
            }
        }
        return longest;
    }

    private static String clean(String text) {
        String line = ForeignText.line(text).strip();
        return line.indexOf('\\') < 0 ? line : line.replace("\\", "");
    }

    /** The numbers, counted from 0 over the evidence of all causes, of the lines that this line of the console may be. */
    List<Integer> find(String consoleLine) {
        List<Integer> found = List.of();
        String cleaned = null;
        for (Line line : lines) {
            if (!consoleLine.contains(line.word)) {
                continue;
            }
            if (cleaned == null) {
                cleaned = clean(consoleLine);
            }
            if (isIn(cleaned, line)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(line.number);
            }
        }
        return found;
    }

    private static boolean isIn(String text, Line line) {
        int from = 0;
        for (String part : line.parts) {
            int at = text.indexOf(part, from);
            if (at < 0 || line.whole && from == 0 && at > 0) {
                return false;
            }
            from = at + part.length();
        }
        return !line.whole || from == text.length();
    }
}
