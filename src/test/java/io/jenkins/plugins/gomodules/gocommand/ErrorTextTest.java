package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {
    private static ErrorText of(String text) {
        ErrorText errors = new ErrorText();
        text.lines().forEach(errors::add);
        return errors;
    }

    private static List<String> modules(String text) {
        return of(text).failures().stream().map(f -> f.module().toString()).toList();
    }

    @Test
    void findsTheModuleOfAMessage() {
        String mismatch = """
            verifying a.example/m@v1.2.3: checksum mismatch
            \tdownloaded: h1:x
            \tgo.sum:     h1:y

            SECURITY ERROR
            This download does NOT match an earlier download recorded in go.sum.
            """;
        assertEquals(List.of("a.example/m@v1.2.3"), modules(mismatch));
        assertTrue(of(mismatch).failures().get(0).error().contains("SECURITY ERROR"));
        assertEquals(List.of("a.example/m@v1.2.3"), modules("verifying a.example/m@v1.2.3/go.mod: checksum mismatch"));
    }

    @Test
    void theLastModuleOfAChainIsAtFault() {
        assertEquals(List.of("c.example/m/v2@v2.0.0"), modules("""
            go: a.example/m@v1.0.0 requires
            \tb.example/m@v1.0.0 requires
            \tc.example/m/v2@v2.0.0: reading https://proxy.example/x@v1.0.0: 404 Not Found
            \tserver response: d.example/m@v1.0.0: not found
            """));
    }

    @Test
    void tellsMessagesApart() {
        assertEquals(List.of("a.example/m@v1.0.0", "", "b.example/m@v1.0.0"), modules("""
            go: a.example/m@v1.0.0: unrecognized import path
            go: updates to go.mod needed; to update it:
            \tgo mod tidy
            go: b.example/m@v1.0.0: parsing go.mod:
            \tmodule declares its path as: c.example/m
            \t        but was required as: b.example/m
            """));
        assertEquals(List.of(""), modules("go: errors parsing go.mod:\n/ci/go.mod:3: unknown directive: requires\n"));
        assertEquals(List.of(), modules("\n  \n"));
    }

    @Test
    void dropsThePrefixAndLogins() {
        GoModule failure = of("go: a.example/m@v1.0.0: git ls-remote https://user:s3cret@a.example/m: exit status 128")
                .failures()
                .get(0);

        assertEquals("a.example/m@v1.0.0: git ls-remote https://****@a.example/m: exit status 128", failure.error());
    }

    @Test
    void aMessageHasABoundedNumberOfLines() {
        GoModule failure = of("go: a.example/m@v1.0.0: git:\n" + "\tnoise\n".repeat(100))
                .failures()
                .get(0);

        assertEquals(31, failure.error().lines().count());
        assertTrue(failure.error().endsWith("\tnoise\n[...]"), failure.error());
    }

    @Test
    void keepsABoundedNumberOfLines() {
        ErrorText errors = new ErrorText();
        for (int i = 0; i < 100_000; i++) {
            errors.add("line " + i);
        }

        List<String> kept = errors.text().lines().toList();
        assertEquals(2 * ErrorText.MAX_LINES, kept.size());
        assertEquals("line 0", kept.get(0));
        assertEquals("line 99999", kept.get(kept.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "plain text, plain text",
        "see https://a.example/x@v1, see https://a.example/x@v1",
        "https://u:p@a.example/x@v1, https://****@a.example/x@v1",
        "https://token@a.example and ssh://git@b.example/x, https://****@a.example and ssh://****@b.example/x",
        "'unable to access ''https://u:p@w@a.example/'': 403', 'unable to access ''https://****@a.example/'': 403'",
        "https://a.example user@b.example, https://a.example user@b.example",
        "git@a.example:x, git@a.example:x",
        "://@, ://****@",
    })
    void takesLoginsOutOfUrls(String text, String shown) {
        assertEquals(shown, Redaction.withoutLogins(text));
        assertFalse(shown.contains("u:p"));
    }
}
