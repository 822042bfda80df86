package io.jenkins.plugins.gomodules.jenkins.masking;

import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.git.SshKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The texts by which a secret may show: as it is, and as URLs, HTTP headers, shells and JSON write it. */
final class SecretForms {
    /** Something shorter is in half of all words: masking it would hide the log and not the secret. */
    private static final int SHORTEST = 4;

    /** A line of a key that is shorter could be anything. */
    private static final int SHORTEST_KEY_LINE = 16;

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
        if (secret.length() < SHORTEST) {
            return;
        }
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(secret.replace("'", "'\\''"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        addBase64(secret);
    }

    private void addBase64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    }
}
