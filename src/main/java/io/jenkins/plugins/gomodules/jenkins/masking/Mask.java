package io.jenkins.plugins.gomodules.jenkins.masking;

import hudson.util.Secret;
import io.jenkins.plugins.gomodules.git.HostSecret;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces secrets by asterisks. What is saved of it is encrypted. */
public final class Mask implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ASTERISKS = "****";

    /** An alternation of quoted texts: matching takes no more than linear time. */
    private final Secret pattern;

    private transient volatile Pattern compiled;
    private transient volatile Pattern compiledForBytes;

    public Mask(Iterable<HostSecret> secrets) {
        List<String> forms = SecretForms.of(secrets);
        pattern = Secret.fromString(forms.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Whether there is nothing to mask. */
    public boolean isEmpty() {
        return pattern.getPlainText().isEmpty();
    }

    /** The text without secrets. */
    public String apply(String text) {
        return isEmpty() || text == null ? text : textPattern().matcher(text).replaceAll(ASTERISKS);
    }

    /** Whether a text has a secret in it. */
    boolean finds(String text) {
        return !isEmpty() && text != null && textPattern().matcher(text).find();
    }

    /**
     * The same for bytes of whatever character set, secrets being looked for in UTF-8.
     *
     * @return the bytes as they may be shown; the same array when there is nothing to hide
     */
    byte[] apply(byte[] bytes, int length) {
        Matcher matcher = bytePattern().matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return bytes;
        }
        return matcher.replaceAll(ASTERISKS).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Pattern textPattern() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(pattern.getPlainText());
            compiled = known;
        }
        return known;
    }

    /** Each byte as the character of that number, so that no byte of a log is lost. */
    private Pattern bytePattern() {
        Pattern known = compiledForBytes;
        if (known == null) {
            byte[] utf8 = pattern.getPlainText().getBytes(StandardCharsets.UTF_8);
            known = Pattern.compile(new String(utf8, StandardCharsets.ISO_8859_1));
            compiledForBytes = known;
        }
        return known;
    }
}
