package io.jenkins.plugins.gomodules.git;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of a host.
 *
 * @param marker {@code @cert-authority}, {@code @revoked} or ""
 * @param hosts patterns as in the file; "" for a key alone, which is for the bound host
 * @param key the key
 */
record KnownHostLine(String marker, String hosts, PublicKey key) {
    private static final String HASHED = "|1|";
    private static final int MAX_PATTERN = 1024;

    /** @throws IllegalArgumentException with the end of a sentence that begins with "line 2" */
    static KnownHostLine parse(String line) {
        String[] words = line.split("[ \t]+");
        int at = 0;
        String marker = words[0].startsWith("@") ? words[at++] : "";
        if (!marker.isEmpty() && !marker.equals("@cert-authority") && !marker.equals("@revoked")) {
            throw new IllegalArgumentException("begins with a marker that ssh does not know: write @cert-authority or"
                    + " @revoked, or leave it out");
        }
        String hosts = at < words.length && PublicKey.isType(words[at]) ? "" : at < words.length ? words[at++] : "";
        if (hosts.length() > MAX_PATTERN || line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new IllegalArgumentException("has control characters, or a list of hosts that is too long");
        }
        if (words.length < at + 2) {
            throw new IllegalArgumentException("is not a host key; write 'ssh-ed25519 AAAA…' or a line of a known_hosts"
                    + " file, as the host's administrator publishes it");
        }
        return new KnownHostLine(marker, hosts, PublicKey.parse(words[at], words[at + 1]));
    }

    /** The line as ssh reads it. */
    String text(HostPort host) {
        String start = marker.isEmpty() ? "" : marker + " ";
        return start + (hosts.isEmpty() ? nameOf(host) : hosts) + " " + key.text();
    }

    /** How ssh looks the host up in its files: with the port only where it is not 22. */
    static String nameOf(HostPort host) {
        boolean usual = host.port() == HostProtocol.SSH.port();
        return usual ? host.bareName() : "[" + host.bareName() + "]:" + host.port();
    }

    /** Whether ssh would use the line for the host; revoked keys speak for none. */
    boolean covers(HostPort host) {
        if (marker.equals("@revoked")) {
            return false;
        }
        // As ssh does, a line without port is taken for other ports too if the key is the same.
        return hosts.isEmpty() || matches(nameOf(host)) || matches(host.bareName());
    }

    private boolean matches(String name) {
        if (hosts.startsWith(HASHED)) {
            return matchesHash(name);
        }
        boolean matched = false;
        for (String pattern : hosts.split(",")) {
            boolean negated = pattern.startsWith("!");
            if (matchesPattern(negated ? pattern.substring(1) : pattern, name)) {
                if (negated) {
                    return false;
                }
                matched = true;
            }
        }
        return matched;
    }

    /** {@code *} and {@code ?} in linear steps: only the last star is ever tried again. */
    private static boolean matchesPattern(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            char c = p < pattern.length() ? Character.toLowerCase(pattern.charAt(p)) : 0;
            if (c == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && (c == '?' || c == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** {@code |1|salt|hash}: HMAC-SHA1 of the name. */
    private boolean matchesHash(String name) {
        String[] parts = hosts.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts[0]);
            if (salt.length == 0) {
                return false;
            }
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash).equals(parts[1]);
        } catch (IllegalArgumentException e) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA1 is part of every Java", e);
        }
    }
}
