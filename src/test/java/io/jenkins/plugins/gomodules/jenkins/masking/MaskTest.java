package io.jenkins.plugins.gomodules.jenkins.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Run;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.git.SshKey;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Secrets are kept in Jenkins' encryption, so there has to be one. */
@WithJenkins
class MaskTest {
    private static Mask of(HostSecret... secrets) {
        return new Mask(List.of(secrets));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hidesASecretAsProgramsWriteIt(JenkinsRule r) {
        String secret = "p w/d\"&~<é>$!'\\=";
        Mask mask = of(new Login("builder", secret));
        List<String> shown = List.of(
                secret,
                "p%20w%2Fd%22%26~%3C%C3%A9%3E%24%21%27%5C%3D", // RFC 3986
                "p+w%2Fd%22%26%7E%3C%C3%A9%3E%24%21%27%5C%3D", // a form, as Java writes it
                "p%20w%2Fd%22%26~%3C%C3%A9%3E%24!'%5C%3D", // JavaScript
                "p%20w%2Fd%22&~%3C%C3%A9%3E$%21%27%5C=", // a login in a URL, as Go writes it
                "p w/d\"&~<é>$!'\\''\\=", // a shell
                "p w/d\\\"&~<é>$!'\\\\=", // JSON
                "p w/d\\\"\\u0026~\\u003cé\\u003e$!'\\\\=", // JSON of the go command
                base64(secret),
                base64("builder:" + secret));
        for (String each : shown) {
            assertEquals("before **** after", mask.apply("before " + each + " after"));
            assertTrue(mask.finds(each), each);
        }
    }

    @Test
    void hidesEachLineOfWhatHasSeveral(JenkinsRule r) {
        String line = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ";
        Mask mask = of(new SshKey("git", List.of("-----BEGIN K-----\r\n" + line + "\r\n"), "first line\nsecond line"));
        assertEquals("-----BEGIN K-----\n****\n", mask.apply("-----BEGIN K-----\n" + line + "\n"));
        assertEquals("**** ****", mask.apply("first line second line"));
    }

    @Test
    void leavesAllElseAsItIs(JenkinsRule r) {
        Mask mask = of(new Login("builder", "secret"));
        for (String each : List.of("", "sec", "secre", "xsecre", "secreT", "s", "ss", "builder:")) {
            assertSame(each, mask.apply(each));
        }
        assertEquals("****", mask.apply("secret"));
        assertEquals("s****ret****", mask.apply("ssecretretsecret"));
        assertEquals(null, mask.apply((String) null));
        assertTrue(of(new Login("builder", "abc")).isEmpty(), "three characters are in half of all words");
        assertFalse(of(new Login("builder", "abcd")).isEmpty());
    }

    @Test
    void theLongestOfThoseThatBeginAlikeIsHidden(JenkinsRule r) {
        Mask mask = of(new Login("a", "token"), new Login("b", "token-two"), new Login("c", "token-two-three"));
        assertEquals("****-tw **** **** ****-x", mask.apply("token-tw token-two token-two-three token-x"));
    }

    /** With as many secrets as two keys have lines, and bytes that are no text. */
    @Test
    void findsWhatARegularExpressionFinds(JenkinsRule r) {
        Random random = new Random(7);
        List<HostSecret> secrets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(word(random, 16 + random.nextInt(3)));
        }
        secrets.add(new SshKey("git", List.of(String.join("\n", texts)), ""));
        Mask mask = new Mask(secrets);
        Pattern pattern = Pattern.compile(texts.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        for (int i = 0; i < 1000; i++) {
            String text = word(random, random.nextInt(20))
                    + '\u00ff'
                    + texts.get(random.nextInt(100))
                    + texts.get(random.nextInt(100)).substring(random.nextInt(2))
                    + word(random, random.nextInt(20));
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            byte[] masked = mask.apply(bytes, bytes.length);
            assertEquals(
                    pattern.matcher(text).replaceAll("****"), new String(masked, StandardCharsets.ISO_8859_1), text);
        }
    }

    private static String word(Random random, int length) {
        return random.ints(length, 0, 2).mapToObj(bit -> bit == 0 ? "a" : "b").collect(Collectors.joining());
    }

    /** However the bytes arrive: a secret that is cut by a buffer is still on one line. */
    @Test
    void theConsoleHidesWhatArrivesInPieces(JenkinsRule r) throws Exception {
        byte[] text = "one s3cr3t-two\ns3cr3t\nno end s3cr3t".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= text.length; size++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            try (OutputStream out =
                    new MaskedConsole(of(new Login("u", "s3cr3t"))).decorateLogger((Run<?, ?>) null, log)) {
                for (int i = 0; i < text.length; i += size) {
                    out.write(text, i, Math.min(size, text.length - i));
                    out.flush();
                }
            }
            assertEquals("one ****-two\n****\nno end ****", log.toString(StandardCharsets.UTF_8));
        }
    }
}
