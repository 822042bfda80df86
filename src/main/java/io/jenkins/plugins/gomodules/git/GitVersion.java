package io.jenkins.plugins.gomodules.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code git --version} says. */
record GitVersion(int major, int minor, String text) {
    /** Since then Git takes configuration from {@code GIT_CONFIG_COUNT}. */
    static final String NEEDED = "2.31";

    private static final int NEEDED_MAJOR = 2;
    private static final int NEEDED_MINOR = 31;
    private static final Pattern FORMAT = Pattern.compile("git version ((\\d{1,4})\\.(\\d{1,4})[0-9A-Za-z.-]{0,40})");

    static Optional<GitVersion> parse(String output) {
        Matcher matcher = FORMAT.matcher(output);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(matcher.group(2));
        return Optional.of(new GitVersion(major, Integer.parseInt(matcher.group(3)), matcher.group(1)));
    }

    boolean isEnough() {
        return major > NEEDED_MAJOR || major == NEEDED_MAJOR && minor >= NEEDED_MINOR;
    }
}
