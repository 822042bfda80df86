package io.jenkins.plugins.gomodules.jenkins.masking;

import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.git.SshKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts by which a secret may show: as it is, and as URLs, HTTP headers, shells and JSON write it. Logs are masked line
 * by line, so a secret of several lines is as many secrets.
 */
final class SecretForms {
    /** Something shorter is in half of all words: masking it would hide the log and not the secret. */
    private static final int SHORTEST = Needles.SHORTEST;

    /** A line of a key that is shorter could be anything. */
    private static final int SHORTEST_KEY_LINE = 16;

    /** What the many programs that escape URLs leave as it is, beside letters and digits: from little to much. */
    private static final List<String> UNESCAPED = List.of("-_.", "-_.~", "-_.~!'()*", "-_.~$&+,;=");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Set<String> forms =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** The forms of all of these, the longest first, so that none hides a part of another only. */
    static List<String> of(Iterable<HostSecret> secrets) {
        SecretForms collected = new SecretForms();
        for (HostSecret secret : secrets) {
            if (secret instanceof Login login) {
                collected.addLogin(login);
            } else if (secret instanceof SshKey key) {
                collected.addKey(key);
            }
        }
        return List.copyOf(collected.forms);
    }

    private void addLogin(Login login) {
        addText(login.password());
        if (login.password().length() >= SHORTEST) {
            addBase64(login.username() + ":" + login.password());
        }
    }

    private void addKey(SshKey key) {
        addText(key.passphrase());
        for (String text : key.privateKeys()) {
            text.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_KEY_LINE && !line.startsWith("-----"))
                    .forEach(forms::add);
        }
    }

    private void addText(String secret) {
        secret.lines().filter(line -> line.length() >= SHORTEST).forEach(this::addLine);
    }

    private void addLine(String secret) {
        forms.add(secret);
        for (String unescaped : UNESCAPED) {
            String escaped = escapeForUrl(secret, unescaped);
            forms.add(escaped);
            forms.add(escaped.replace("%20", "+"));
        }
        forms.add(secret.replace("'", "'\\''"));
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.add(json);
        // As Go writes it, so that it can stand in a page.
        forms.add(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
        addBase64(secret);
    }

    private static String escapeForUrl(String secret, String unescaped) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || unescaped.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.toHexDigits(each));
            }
        }
        return escaped.toString();
    }

    private void addBase64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    }
}
