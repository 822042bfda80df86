package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Pattern;

/** What the lines before a line say about it. */
final class Surroundings {
    private static final int NEAR = 12;
    private static final int TEST_OUTPUT = 80;

    private static final Pattern TEST_BEGINS =
            Pattern.compile("^\\s*(?:=== (?:RUN|CONT|NAME|PAUSE)\\b|--- (?:FAIL|PASS|SKIP): )");
    private static final Pattern TESTS_END = Pattern.compile(
            "^(?:ok  \\s|FAIL\\s|FAIL$|PASS$|\\?   \\s|go: |make(?:\\[\\d+\\])?: |#\\d+ |\\+ |\\$ |##\\[|Step \\d)");

    private static final Pattern TRIED_AGAIN =
            Pattern.compile("(?i)\\bretrying\\b|\\btrying again\\b|\\bwill (?:re-?try|try again)\\b");

    private Surroundings() {}

    /** Whether the line is part of what a proxy sent along with an error; the go command prints it in lines of their own. */
    static boolean isServerResponse(LogLine line) {
        LogLine.Backwards lines = line.backwards();
        for (int i = 0; i < NEAR; i++) {
            String before = lines.next();
            if (before == null) {
                return false;
            }
            if (before.contains("server response:")) {
                return true;
            }
            if (before.startsWith("go: ") || before.startsWith("+ ")) {
                return false;
            }
        }
        return false;
    }

    /** Whether a test of Go, running or failed, has printed the line. */
    static boolean isTestOutput(LogLine line) {
        if (TESTS_END.matcher(line.text()).find()) {
            return false;
        }
        LogLine.Backwards lines = line.backwards();
        for (int i = 0; i < TEST_OUTPUT; i++) {
            String before = lines.next();
            if (before == null || TESTS_END.matcher(before).find()) {
                return false;
            }
            if (TEST_BEGINS.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the next line says that what failed is tried again; the last time nothing does. */
    static boolean isTriedAgain(LogLine line) {
        return TRIED_AGAIN.matcher(line.next()).find();
    }

    /** The module that a message began with, some lines before. */
    static Subject moduleBefore(LogLine line) {
        LogLine.Backwards lines = line.backwards();
        for (int i = 0; i < NEAR; i++) {
            String before = lines.next();
            if (before == null || before.startsWith("+ ")) {
                return Subject.NONE;
            }
            Subject named = FieldFinder.inLine(before);
            if (!named.module().isEmpty()) {
                return Subject.ofModule(named.module(), named.version(), "", "", 0);
            }
        }
        return Subject.NONE;
    }
}
