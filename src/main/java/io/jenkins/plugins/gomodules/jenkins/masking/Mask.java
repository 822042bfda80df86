package io.jenkins.plugins.gomodules.jenkins.masking;

import hudson.util.Secret;
import io.jenkins.plugins.gomodules.git.HostSecret;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** Replaces secrets by asterisks. What is saved of it is encrypted. */
public final class Mask implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One form of a secret a line, the longest first. */
    private final Secret forms;

    private transient volatile Needles needles;

    public Mask(Iterable<HostSecret> secrets) {
        forms = Secret.fromString(String.join("\n", SecretForms.of(secrets)));
    }

    /** Whether there is nothing to mask. */
    public boolean isEmpty() {
        return forms.getPlainText().isEmpty();
    }

    /** The text without secrets. */
    public String apply(String text) {
        if (!finds(text)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(apply(bytes, bytes.length), StandardCharsets.UTF_8);
    }

    /** Whether a text has a secret in it. */
    boolean finds(String text) {
        if (text == null) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return needles().isIn(bytes, bytes.length);
    }

    /**
     * The same for bytes of whatever character set, secrets being looked for in UTF-8.
     *
     * @return the bytes as they may be shown; the same array when there is nothing to hide
     */
    byte[] apply(byte[] bytes, int length) {
        return needles().replaceIn(bytes, length);
    }

    private Needles needles() {
        Needles known = needles;
        if (known == null) {
            known = new Needles(forms.getPlainText().lines().toList());
            needles = known;
        }
        return known;
    }
}
