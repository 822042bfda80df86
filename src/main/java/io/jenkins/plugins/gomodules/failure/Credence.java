package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** How much a line proves by what is said around the wording, and by who has printed it. */
final class Credence {
    /** Said of what went on all the same. */
    private static final Pattern PASSING = Pattern.compile(
            "(?i)\\bwarn(?:ing)?\\b(?:[^ ]| [^ ])|\\bretry(?:ing)?\\b|will (?:be )?retr|\\bignor(?:ed|ing)\\b|non-fatal|falling back|"
                    + "\\battempt \\d+(?: ?/ ?| of )\\d|\\battempt \\d+ failed\\b|level=(?:info|debug|trace)|\\[(?:INFO|DEBUG)\\]"
                    // what pytest shows of a test's log
                    + "|^WARNING +[\\w.-]+:[\\w.-]+\\.py:\\d+ ");

    /** What a server logs, as JSON; some ship a build's log in the same form. */
    private static final Pattern SERVER_LOG = Pattern.compile("^\\{[^\\n]{0,80}\"(?:level|lvl|severity)\" ?:");

    /** Where a test of Go printed something; compilers name a column too. */
    private static final Pattern TEST_LINE = Pattern.compile("_test\\.go:\\d+(?::? |:?$)");

    private Credence() {}

    /**
     * The sureness of a cause, 0 if the line proves nothing.
     *
     * @param match what was found in the text, which is the line's or begins with what is before it
     */
    static double of(LogLine line, CauseKind kind, Wording.Strength strength, Matcher match, String text) {
        if (kind.category().equals("code")) {
            return strength.confidence();
        }
        double weak = Wording.Strength.WEAK.confidence();
        if (TEST_LINE.matcher(text).find()) {
            // If it matters, the test fails, and that is what counts.
            return 0;
        }
        if (Surroundings.isTestOutput(line)) {
            // What the machine does to a test may end it before it has failed.
            return kind.category().equals("machine") ? weak : 0;
        }
        String around = text.substring(0, match.start()) + " " + text.substring(match.end());
        if (PASSING.matcher(around).find() || Surroundings.isTriedAgain(line)) {
            // What any program may print proves nothing if it went on all the same.
            return strength == Wording.Strength.WEAK ? 0 : weak;
        }
        boolean isServer =
                strength == Wording.Strength.LIKELY && SERVER_LOG.matcher(text).find();
        return isServer ? weak : strength.confidence();
    }
}
