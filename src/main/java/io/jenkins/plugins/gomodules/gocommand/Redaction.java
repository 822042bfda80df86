package io.jenkins.plugins.gomodules.gocommand;

/** Takes logins out of URLs in what programs say: the go command hides passwords, Git does not everywhere. */
final class Redaction {
    private static final String MASK = "****";

    private Redaction() {}

    /** The text with {@code user:password@} between a scheme and a host replaced. */
    static String withoutLogins(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0 || text.indexOf('@', scheme) < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        while (scheme >= 0) {
            int start = scheme + 3;
            int end = start;
            int at = -1;
            while (end < text.length() && isPartOfAuthority(text.charAt(end))) {
                at = text.charAt(end) == '@' ? end : at;
                end++;
            }
            shown.append(text, from, start);
            from = start;
            if (at >= 0) {
                shown.append(MASK);
                from = at;
            }
            scheme = text.indexOf("://", end);
        }
        return shown.append(text, from, text.length()).toString();
    }

    private static boolean isPartOfAuthority(char c) {
        return c > ' ' && "/?#'\"<>".indexOf(c) < 0;
    }
}
