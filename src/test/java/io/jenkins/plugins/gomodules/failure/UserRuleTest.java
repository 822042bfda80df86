package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRuleTest {
    private static final UserRule RULE = new UserRule(
            "licence-server",
            "licence server (?P<host>[a-z.]+) (?:is )?busy",
            "The licence server[ {host}] is busy",
            "Ask for more licences.",
            "");

    @Test
    void isTriedOnAText() {
        assertEquals(Optional.empty(), RULE.check());
        assertEquals(
                Optional.of(new Evidence(2, "the licence server lic.example is busy")),
                RULE.tryOn("all is well\n\u001b[31m[12:00:00] the licence server lic.example is busy\u001b[0m\r\n"));
        assertEquals(Optional.empty(), RULE.tryOn("nothing"));
    }

    @Test
    void becomesACause() throws IOException {
        Classifier classifier = Classifier.standard().with(List.of(RULE));
        byte[] log = "#7 1.2 licence server lic.example busy\n".getBytes(StandardCharsets.UTF_8);
        Cause cause = classifier
                .classify(new ByteArrayInputStream(log), ClassifierContext.NONE)
                .root()
                .orElseThrow();
        assertEquals("licence-server", cause.id());
        assertEquals("The licence server lic.example is busy", cause.title());
        assertEquals("lic.example", cause.host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "(?=look)ahead", "(\\w+) \\1 again", ".*", "\\d+", "abcd|", "abc", ""})
    void refusesExpressionsThatCannotBeUsed(String pattern) {
        assertTrue(UserRule.checkPattern(pattern).isPresent(), pattern);
        UserRule rule = new UserRule("own", pattern, "title", "", "");
        assertThrows(IllegalArgumentException.class, () -> rule.tryOn("x"));
        assertThrows(IllegalArgumentException.class, () -> Classifier.standard().with(List.of(rule)));
    }

    /** Each would take all the memory of a controller. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((abcd{1000}){1000}){1000}){1000})",
                "((x{500}){500}){500}abcd",
                "(((((((a?){30}){30}){30}){30}){30}){30})abcd",
                "(?:(?:abcd[}{]{0,500}){2,500}){3,}{900}"
            })
    void refusesExpressionsThatAreEndlessWhenWrittenOut(String pattern) {
        assertTrue(UserRule.checkPattern(pattern).orElse("").contains("repetitions"), pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.{0,200} timeout via vpn .{0,500}$",
                "licence (\\w{1,64}\\.){1,8}example",
                "text {in} braces \\{2000}"
            })
    void takesUsualRepetitions(String pattern) {
        assertTrue(UserRule.checkPattern(pattern).isEmpty(), pattern);
    }

    @Test
    void refusesRulesWithoutANameOrTitle() {
        assertTrue(new UserRule("Bad Id", "some text", "t", "", "").check().isPresent());
        assertTrue(new UserRule("own", "some text", " ", "", "").check().isPresent());
        assertTrue(UserRule.checkPattern("x".repeat(3000)).isPresent());
    }
}
