package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Pattern;

/** Takes out of a line what may be a secret. When in doubt it masks too much: evidence needs no tokens. */
final class SecretMask {
    private static final String MASK = "****";

    /** Logins in URLs. A slash can be in one only if what stands before it is no port. */
    private static final Pattern LOGIN = Pattern.compile(
            "(://)(?:[^\\s/?#'\"<>]*|[^\\s/:@'\"<>]+:[^\\s/@'\"<>]*[^\\s/@'\"<>\\d][^\\s@'\"<>]*)(@[\\w.-]+)");

    private static final Pattern QUERY =
            Pattern.compile("((?:https?|wss?)://[^\\s?'\"]*\\?)([^\\s'\"<>)]*[=&][^\\s'\"<>)]*)");

    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:authorization|private-token|x-api-key|job-token)[\"']?\\s*[:=]\\s*"
                    + "[\"']?(?:(?:basic|bearer|token)\\s+)?|\\b(?:bearer|basic)\\s+|"
                    + "[\\w.-]*(?:password|passwd|passphrase|secret|token|api[_-]?key|credential|_auth)[\"']?\\s*[:=]\\s*[\"']?)"
                    + "([^\\s\"',;&]{3,})");

    private static final Pattern KNOWN = Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}"
            + "|glpat-[\\w-]{16,}|glcbt-[\\w-]{16,}|npm_[A-Za-z0-9]{20,}|pypi-[\\w-]{20,}|xox[abprs]-[\\w-]{10,}"
            + "|(?:AKIA|ASIA)[A-Z0-9]{16}|ATATT[\\w=-]{20,}|AKC[A-Za-z0-9]{20,}|dckr_pat_[\\w-]{16,}"
            + "|eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]+)?)");

    private SecretMask() {}

    static String mask(String text) {
        String masked = text;
        if (masked.contains("://")) {
            if (masked.indexOf('@') >= 0) {
                masked = LOGIN.matcher(masked).replaceAll("$1" + MASK + "$2");
            }
            if (masked.indexOf('?') >= 0 && !masked.contains("?go-get=1")) {
                masked = QUERY.matcher(masked).replaceAll("$1" + MASK);
            }
        }
        masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
        return KNOWN.matcher(masked).replaceAll(MASK);
    }
}
