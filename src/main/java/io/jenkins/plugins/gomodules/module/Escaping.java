package io.jenkins.plugins.gomodules.module;

/** Upper-case letters as {@code !} and their lower case, of what has been checked to have no {@code !} of its own. */
final class Escaping {

    private Escaping() {}

    static String escape(String s) {
        char[] plain = s.toCharArray();
        int upper = 0;
        for (char c : plain) {
            if (c >= 'A' && c <= 'Z') {
                upper++;
            }
        }
        if (upper == 0) {
            return s;
        }
        char[] escaped = new char[plain.length + upper];
        int i = 0;
        for (char c : plain) {
            if (c >= 'A' && c <= 'Z') {
                escaped[i++] = '!';
                escaped[i++] = (char) (c + 'a' - 'A');
            } else {
                escaped[i++] = c;
            }
        }
        return new String(escaped);
    }

    /** What {@link #escape} made this of, or null if it made it of nothing. */
    static String unescape(String s) {
        StringBuilder plain = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 0x80 || c >= 'A' && c <= 'Z') {
                return null;
            }
            if (c == '!') {
                i++;
                if (i == s.length() || s.charAt(i) < 'a' || s.charAt(i) > 'z') {
                    return null;
                }
                c = (char) (s.charAt(i) + 'A' - 'a');
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
