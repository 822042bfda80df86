package io.jenkins.plugins.gomodules.jenkins.config;

/**
 * Takes logins out of what was typed, before it is saved: {@code https://user:password@host/} is a usual way to write a
 * proxy's URL, and would put the password into Jenkins' configuration files, its exports and every form.
 */
public final class TypedLogins {
    private static final String SEPARATORS = " \t,|;";

    private TypedLogins() {}

    /** The text without logins; the same object if there is none in it. */
    public static String remove(String text) {
        if (text == null || text.indexOf('@') < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || SEPARATORS.indexOf(text.charAt(end)) >= 0) {
                clean.append(withoutLogin(text.substring(start, end)));
                clean.append(text, end, Math.min(end + 1, text.length()));
                start = end + 1;
            }
        }
        return clean.length() == text.length() ? text : clean.toString();
    }

    /** The URL without login and without what follows a question mark, which is where tokens stand as well. */
    static String removeFromUrl(String url) {
        // In one URL what separates several belongs to a password.
        String clean = url == null ? null : withoutLogin(remove(url));
        int question = clean == null ? -1 : clean.indexOf('?');
        return question < 0 ? clean : clean.substring(0, question);
    }

    private static String withoutLogin(String word) {
        int scheme = word.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int at = word.lastIndexOf('@');
        if (at < start || !isLogin(word, start, at)) {
            return word;
        }
        return word.substring(0, start) + word.substring(at + 1);
    }

    /** An {@code @} may also stand in a path, and {@code git@host} is no secret. */
    private static boolean isLogin(String word, int start, int at) {
        int slash = word.indexOf('/', start);
        boolean inAuthority = slash < 0 || slash > at;
        int colon = word.indexOf(':', start);
        boolean hasPassword = colon >= 0 && colon < at && !isPort(word, colon + 1);
        boolean web = word.regionMatches(true, 0, "http", 0, 4) && start > 0;
        return hasPassword || inAuthority && web || web && word.indexOf('@', start) < slash;
    }

    private static boolean isPort(String word, int from) {
        int i = from;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i > from && i < word.length() && word.charAt(i) == '/';
    }
}
