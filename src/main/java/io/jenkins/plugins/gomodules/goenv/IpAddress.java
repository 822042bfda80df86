package io.jenkins.plugins.gomodules.goenv;

import java.util.Arrays;

/** Reads IP addresses as Go does: no names, no short or octal forms, no look-ups. */
final class IpAddress {
    private IpAddress() {}

    /** The four or sixteen bytes of an address, or null if the text is none. A zone, as in {@code fe80::1%eth0}, is left out. */
    static byte[] parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            byte[] address = new byte[4];
            return parseV4(text, address, 0) ? address : null;
        }
        int zone = text.indexOf('%');
        if (zone == text.length() - 1) {
            return null;
        }
        return parseV6(zone < 0 ? text : text.substring(0, zone));
    }

    /** Whether the bytes are an address of this machine itself: 127.0.0.0/8 or ::1. */
    static boolean isLoopback(byte[] address) {
        byte[] v4 = toV4(address);
        if (v4.length == 4) {
            return v4[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[15] == 1;
    }

    /** Four bytes for an IPv4 address that is written as IPv6, {@code ::ffff:1.2.3.4}; else the same bytes. */
    static byte[] toV4(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return address;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        return Arrays.copyOfRange(address, 12, 16);
    }

    private static boolean parseV4(String text, byte[] into, int offset) {
        int field = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                if (value == 0) {
                    return false; // a leading zero: octal for some readers
                }
                value = Math.max(value, 0) * 10 + (c - '0');
                if (value > 255) {
                    return false;
                }
            } else if (c == '.' && value >= 0 && field < 4) {
                into[offset + field++] = (byte) value;
                value = -1;
            } else {
                return false;
            }
        }
        return field == 4;
    }

    private static byte[] parseV6(String text) {
        byte[] address = new byte[16];
        int length = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = at;
            int value = 0;
            while (end < text.length() && end < at + 5 && Character.digit(text.charAt(end), 16) >= 0) {
                value = value << 4 | Character.digit(text.charAt(end), 16);
                end++;
            }
            if (end < text.length() && text.charAt(end) == '.') {
                if (length > 12 || length < 12 && gap < 0 || !parseV4(text.substring(at), address, length)) {
                    return null;
                }
                length += 4;
                break;
            }
            if (end == at || end > at + 4 || length == 16) {
                return null;
            }
            address[length++] = (byte) (value >> 8);
            address[length++] = (byte) value;
            if (end == text.length()) {
                break;
            }
            if (text.charAt(end) != ':' || end + 1 == text.length()) {
                return null;
            }
            at = end + 1;
            if (text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = length;
                at++;
            }
        }
        return spread(address, length, gap);
    }

    /** Moves what follows a {@code ::} to the end. */
    private static byte[] spread(byte[] address, int length, int gap) {
        if (gap < 0) {
            return length == 16 ? address : null;
        }
        if (length == 16) {
            return null;
        }
        byte[] whole = new byte[16];
        System.arraycopy(address, 0, whole, 0, gap);
        System.arraycopy(address, gap, whole, 16 - (length - gap), length - gap);
        return whole;
    }
}
