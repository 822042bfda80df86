package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Frees a line from what terminals, time stampers, build tools and log formats put around a message. */
final class LineText {
    /** ESC [ … m and its relatives, ESC ] … BEL, and what is left of them when something took the ESC away. */
    private static final Pattern TERMINAL = Pattern.compile(
            "\\x1b\\[8mha:[^\\x1b]*\\x1b\\[0m|\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?"
                    + "|\\x1b[@-_]|\\[(?:\\d{1,3};)*\\d{1,3}m");

    /** One prefix; there may be several, one after another. */
    private static final Pattern PREFIX = Pattern.compile("^(?:"
            // [2020-01-02T03:04:05.678Z], 2020-01-02 03:04:05,678, 03:04:05, 2020/01/02 03:04:05
            + "\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?\\]?:?(?: {1,2}|$)"
            + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\]?:? {1,2}"
            // BuildKit: #12 14.70, => # , > [build 4/6] RUN go build:
            + "|#\\d+ (?:\\[[^\\]]{1,60}\\] )?(?:\\d+\\.\\d+ )?"
            + "|=> (?:=> )?(?:# )?(?:\\[[^\\]]{1,60}\\] )?|> \\[[^\\]]{1,60}\\] "
            + "|\\d{1,5}\\.\\d{1,3} "
            + "|Step \\d+/\\d+ : |STEP \\d+(?:/\\d+)?: "
            + "|[|│┃] "
            // klog: E0102 03:04:05.678901       1 main.go:12]
            + "|[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ [\\w./-]+:\\d+\\] "
            // Pipeline's parallel branches, docker compose's services, stern's and kubectl's pods
            + "|\\[[A-Za-z][\\w ./:-]{0,60}\\] "
            + "|[\\w.-]{1,60} +\\| "
            + ")");

    /** A level says whether a message is to be taken seriously, so it stays; so does what git commit says before a subject. */
    private static final Pattern LEVEL =
            Pattern.compile("(?i)\\[(?:warn|info|debug|notice|error|fatal)|^\\[[^\\]]* [0-9a-f]{7,40}\\] $");

    private LineText() {}

    /** The message alone: escapes undone, prefixes and colours gone. Leading white space stays if nothing was before it. */
    static String clean(String line) {
        String text = line;
        if (text.indexOf('\u001b') >= 0 || text.indexOf("[0m") >= 0) {
            text = TERMINAL.matcher(text).replaceAll("");
        }
        if (text.indexOf('\\') >= 0) {
            text = unescape(text);
        }
        return withoutPrefixes(text);
    }

    private static String withoutPrefixes(String text) {
        String rest = text;
        for (int i = 0; i < 6; i++) {
            int blank = 0;
            while (blank < rest.length() && rest.charAt(blank) == ' ') {
                blank++;
            }
            if (blank == rest.length() || !mayBePrefix(rest.charAt(blank), rest)) {
                return rest;
            }
            Matcher prefix = PREFIX.matcher(blank == 0 ? rest : rest.substring(blank));
            if (!prefix.find() || LEVEL.matcher(prefix.group()).find()) {
                return rest;
            }
            rest = rest.substring(blank + prefix.end());
        }
        return rest;
    }

    /** A cheap look that spares most lines the expression. */
    private static boolean mayBePrefix(char c, String text) {
        return c >= '0' && c <= '9' || "[#=>|│┃SIWEF".indexOf(c) >= 0 || text.contains(" | ");
    }

    /** Undoes the escapes of JSON and logfmt, as often as they were applied: twice at most. */
    private static String unescape(String text) {
        String once = text;
        for (int i = 0; i < 2 && hasEscape(once); i++) {
            StringBuilder plain = new StringBuilder(once.length());
            for (int at = 0; at < once.length(); at++) {
                char c = once.charAt(at);
                char next = at + 1 < once.length() ? once.charAt(at + 1) : 0;
                if (c != '\\' || "nrt\"\\/u".indexOf(next) < 0 || next == 0) {
                    plain.append(c);
                } else if (next == 'u') {
                    at = appendUnicode(once, at, plain);
                } else {
                    plain.append(next == 'n' || next == 'r' ? '\n' : next == 't' ? '\t' : next);
                    at++;
                }
            }
            once = plain.toString();
        }
        return once;
    }

    /** Windows' paths have backslashes too, but no quotation marks behind them. */
    private static boolean hasEscape(String text) {
        return text.contains("\\\"") || text.contains("\\n") && !text.contains(":\\") || text.contains("\\u00");
    }

    private static int appendUnicode(String text, int at, StringBuilder plain) {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                plain.append('\\');
                return at;
            }
            value = value << 4 | digit;
        }
        plain.append((char) value);
        return at + 5;
    }
}
