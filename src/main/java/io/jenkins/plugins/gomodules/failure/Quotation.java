package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Finds messages that nobody means: builds print diffs and lines of source code, which contain messages too. */
final class Quotation {
    /** Lines of a hunk that are looked at; a log shows few longer ones. */
    private static final int HUNK = 80;

    private static final Pattern HUNK_BEGINS = Pattern.compile("^@@ -\\d+(?:,(\\d{1,4}))? \\+\\d+(?:,(\\d{1,4}))? @@");

    /** A comment, or a text that a program returns, makes an error of, or looks for. */
    private static final Pattern SOURCE = Pattern.compile(
            "(?:^|\\s)// |(?:\\breturn |\\bcase |:= |\\b(?:fmt|errors|strings|log|t)\\.[A-Z]\\w*\\([^\"]*)\"[^\"]*$");

    private Quotation() {}

    /** Whether the line belongs to a hunk of a diff. */
    static boolean isDiff(LogLine line) {
        String text = line.text();
        if (text.isEmpty() || "+- \t".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        LogLine.Backwards lines = line.backwards();
        for (int i = 1; i <= HUNK; i++) {
            String before = lines.next();
            if (before == null || before.startsWith("go: ")) {
                return false;
            }
            Matcher hunk = HUNK_BEGINS.matcher(before);
            if (hunk.find()) {
                return i <= size(hunk.group(1)) + size(hunk.group(2));
            }
        }
        return false;
    }

    private static int size(String lines) {
        return lines == null ? 1 : Integer.parseInt(lines);
    }

    /** Whether what is at a place in a line stands in a comment or a text of source code. */
    static boolean isSource(String text, int place) {
        return SOURCE.matcher(text.substring(0, place)).find();
    }
}
