package io.jenkins.plugins.gomodules.sumdb;

import java.util.Base64;

/** Base64 as the formats of the log have it: with its padding, which Java's decoder would do without. */
final class Base64Text {
    private Base64Text() {}

    /** The bytes, or null if this is not base64. */
    static byte[] decode(String text) {
        if (text.length() % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
