package io.jenkins.plugins.gomodules.goproxy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a server says beside a status, made fit to be shown: one line, bounded, no control characters, no HTML pages. */
public final class ServerText {
    /** Bytes of an error body that are worth reading. */
    static final int MAX_BYTES = 2048;

    private static final int MAX_SHOWN = 300;

    private ServerText() {}

    static String clean(byte[] body, int length) {
        String text = new String(body, 0, length, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        if (start.startsWith("<") || start.toLowerCase(Locale.ROOT).startsWith("<!doctype")) {
            return "";
        }
        return clean(text);
    }

    /** The text in one line of 300 characters at most. */
    public static String clean(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_SHOWN));
        boolean space = false;
        for (int i = 0; i < text.length() && shown.length() < MAX_SHOWN; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = shown.length() > 0;
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                if (space) {
                    shown.append(' ');
                    space = false;
                }
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
