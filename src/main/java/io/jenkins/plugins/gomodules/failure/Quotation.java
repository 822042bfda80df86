package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds messages that nobody means: builds print diffs, lines of source code, the commands that they run and the subjects
 * of commits, which contain messages too.
 */
final class Quotation {
    /** Lines of a hunk that are looked at; a log shows few longer ones. */
    private static final int HUNK = 80;

    private static final Pattern HUNK_BEGINS = Pattern.compile("^@@ -\\d+(?:,(\\d{1,4}))? \\+\\d+(?:,(\\d{1,4}))? @@");

    /** A comment, or a text that a program returns, makes an error of, or looks for. */
    private static final Pattern SOURCE = Pattern.compile(
            "(?:^|\\s)// |(?:\\breturn |\\bcase |:= |\\b(?:fmt|errors|strings|log|t)\\.[A-Z]\\w*\\([^\"]*)\"[^\"]*$");

    /** A command that a shell or a runner shows before it runs it; a condition of a script. */
    private static final Pattern COMMAND = Pattern.compile(
            "^(?:\\++ |\\$ |##\\[group\\]Run |\\[command\\]|\\s*(?:if|elif|while|until) (?:! )?(?:\\[|test |grep ))");

    /** What Git, and Jenkins for it, say of a commit before its subject: git log --oneline, git reset, git commit. */
    private static final Pattern SUBJECT = Pattern.compile("^(?:Commit message: \"|"
            + "(?:HEAD is now at |Previous HEAD position was |[*|/\\\\ ]*|\\[[\\w./-]+ (?:\\(root-commit\\) )?)"
            + "([0-9a-f]{7,40})(?:\\]|\\.\\.\\.)? )");

    /** Lines of a commit's message that are looked at. */
    private static final int MESSAGE = 40;

    /** A heading, or an item of a list, that begins with words in quotation marks. */
    private static final Pattern TEXT = Pattern.compile("^(?:#{1,6} [^\"“]*|\\s*[*•-] )[\"“][^\"”]*$");

    /** An address that somebody has shortened. */
    private static final Pattern SHORTENED = Pattern.compile("https?://[^\\s\"]*/\\.\\.\\.(?:[:\"\\s]|$)");

    private Quotation() {}

    /** Whether the line as a whole quotes: a command, a diff, or what somebody wrote about a commit. */
    static boolean isQuoted(LogLine line) {
        String text = line.text();
        return COMMAND.matcher(text).find()
                || isSubject(text)
                || isDiff(line)
                || isCommitMessage(line)
                || text.contains("/...") && SHORTENED.matcher(text).find();
    }

    /** An abbreviated hash has a letter; seconds since 1970 have none. */
    private static boolean isSubject(String text) {
        Matcher subject = SUBJECT.matcher(text);
        if (!subject.find()) {
            return false;
        }
        String hash = subject.group(1);
        return hash == null || hash.chars().anyMatch(c -> c >= 'a');
    }

    /** Whether git log or git show has printed the line: indented by four, below the commit's date. */
    private static boolean isCommitMessage(LogLine line) {
        if (!line.text().startsWith("    ")) {
            return false;
        }
        LogLine.Backwards lines = line.backwards();
        for (int i = 0; i < MESSAGE; i++) {
            String before = lines.next();
            if (before == null || !before.isEmpty() && !before.startsWith("    ")) {
                return before != null && (before.startsWith("Date:  ") || before.startsWith("CommitDate: "));
            }
        }
        return false;
    }

    /** Whether the line belongs to a hunk of a diff. */
    private static boolean isDiff(LogLine line) {
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

    /** Whether what is at a place in a line stands in a comment, in a text of source code, or between quotation marks. */
    static boolean isSource(String text, int place) {
        String before = text.substring(0, place);
        return SOURCE.matcher(before).find() || TEXT.matcher(before).find();
    }
}
