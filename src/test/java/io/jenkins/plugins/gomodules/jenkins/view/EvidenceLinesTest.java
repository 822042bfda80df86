package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLinesTest {
    private static final String KEPT =
            "go: example.com/lib@v1.2.3: reading https://proxy.example/x: dial tcp: lookup proxy.example: no such host";

    private static EvidenceLines lines(String... kept) {
        return new EvidenceLines(List.of(new CauseCard(FoundCauses.root("dns-failure", "t", "7", kept), 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s\n",
                "[2026-11-22T13:00:00.123Z] %s\r\n",
                "#12 14.70 %s",
                "   \t%s   ",
                "\u001B[31m%s\u001B[0m",
                "{\"msg\":\"%s\"}",
                "a\u202Eb \u0007%s"
            })
    void theLineIsFoundWhateverIsAroundIt(String pattern) {
        assertEquals(List.of(0), lines(KEPT).find(pattern.replace("%s", KEPT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "go: downloading example.com/lib v1.2.3",
                "go: example.com/lib@v1.2.3: reading https://proxy.example/x: dial tcp: lookup proxy.example",
                "no such host"
            })
    void othersAreNot(String line) {
        assertEquals(List.of(), lines(KEPT).find(line));
    }

    @ParameterizedTest
    @CsvSource({
        "fetch https://****@git.example/lib: 403 Forbidden, fetch https://bob:hunter2@git.example/lib: 403 Forbidden, true",
        "fetch https://****@git.example/lib: 403 Forbidden, fetch https://bob:hunter2@git.example/other: 403 Forbidden, false",
        "fetch https://****@git.example/lib: 403 Forbidden, 403 Forbidden: fetch https://x@git.example/lib, false",
        "a line that was cut after some characte…, a line that was cut after some characters as it was long, true"
    })
    void anythingMayBeInThePlaceOfASecret(String kept, String line, boolean found) {
        assertEquals(found ? List.of(0) : List.of(), lines(kept).find(line));
    }

    @Test
    void quotationMarksMayBeEscaped() {
        String kept = "parsing go.mod: invalid module path \"x\"";
        assertEquals(List.of(0), lines(kept).find("{\"log\":\"parsing go.mod: invalid module path \\\"x\\\"\"}"));
    }

    @ParameterizedTest
    @CsvSource({"FAIL, true", "'FAIL ', true", "FAIL example.com/lib 0.1s, false", "no FAIL, false"})
    void aShortTextMustBeTheWholeLine(String line, boolean found) {
        assertEquals(found ? List.of(0) : List.of(), lines("FAIL").find(line));
    }

    @Test
    void aTextThatIsOnlyASecretIsFoundNowhere() {
        assertEquals(List.of(), lines("****").find("****"));
        assertEquals(List.of(), lines("****").find(""));
    }

    @Test
    void whatAServerRespondedIsInTheLineAfterThatWord() {
        String kept = "not found: example.com/lib@v1.2.3: invalid version";
        EvidenceLines lines = lines("server response: " + kept);
        assertEquals(List.of(), lines.find("\tserver response:"));
        assertEquals(List.of(0), lines.find("\t" + kept));
    }

    @Test
    void aMessageOfAStepMayHaveSeveralLines() {
        String begin =
                "No host key is known for git.corp.example, to which it is bound over SSH. As the server presented"
                        + " itself now, it has:";
        EvidenceLines lines = new EvidenceLines(List.of(new CauseCard(
                FoundCauses.firstHand("ssh-host-key", "t", "7", begin + " ED25519 SHA256:abc Whoever"), 1)));
        assertEquals(List.of(0), lines.find("ERROR: withGoModules: " + begin));
        assertEquals(List.of(), lines.find("  ED25519 SHA256:abc"));
    }

    @Test
    void oneLineMayProveSeveralCauses() {
        EvidenceLines lines = new EvidenceLines(List.of(
                new CauseCard(FoundCauses.root("a", "t", "7", "something else that is long", KEPT), 1),
                new CauseCard(FoundCauses.other("b", "t", "7", KEPT), 2)));
        assertEquals(List.of(1, 2), lines.find(KEPT));
    }

    @Test
    void aLineOfAMegabyteIsReadAtItsHead() {
        String noise = "x".repeat(1 << 20);
        assertEquals(List.of(0), lines(KEPT).find(KEPT + noise));
        assertEquals(List.of(), lines(KEPT).find(noise + KEPT));
    }
}
