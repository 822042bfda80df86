package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Fuzz;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Logs of builds that nobody has run: whatever is in them, there is a diagnosis of bounded size, and the same each time. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final List<String> LOGS = List.of(
            "#12 3.456 go: example.com/a@v1.0.0: Get \"https://proxy.example/a/@v/v1.0.0.mod\": dial tcp: lookup proxy.example on"
                    + " 10.0.0.2:53: no such host\n",
            "go: example.com/b@v1.2.3: verifying module: checksum mismatch\n\tdownloaded: h1:abc=\n\tgo.sum:     h1:def=\n\n"
                    + "SECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\n",
            "\u001b[31mfatal: could not read Username for 'https://git.corp.example': terminal prompts disabled\u001b[0m\r\n",
            "[2024-01-02T03:04:05.678Z] main.go:4:2: no required module provides package example.com/c; to add it:\n\tgo get example.com/c\n",
            "Step 5/10 : RUN go build ./...\n> [build 4/6]\nwrite /go/pkg/mod/cache/x: no space left on device\n",
            "go: errors parsing go.mod:\n/src/go.mod:5: unknown directive: reqire\n");

    private static Diagnosis classify(byte[] log) throws java.io.IOException {
        return Classifier.standard().classify(new ByteArrayInputStream(log), ClassifierContext.NONE);
    }

    @Test
    void everyLogHasABoundedDiagnosis() throws Exception {
        for (String log : LOGS) {
            classify(log.getBytes(StandardCharsets.UTF_8)); // the catalog is read once, which is no log's cost
        }
        Fuzz logs = Fuzz.ofTexts(
                LOGS,
                "\n",
                "\r",
                "\r\n",
                "\u001b[",
                "\u001b[0m",
                "\u001b]8;;",
                "go: ",
                "#12 ",
                "\t",
                ": ",
                "@v1.0.0",
                "\"",
                "https://u:p@h/",
                "SECURITY ERROR",
                "404 Not Found",
                "x509: ",
                "\u0000",
                "\ufffd",
                "\u202e");
        logs.run(IllegalStateException.class, 0.5, log -> {
            Diagnosis diagnosis = classify(log);
            assertEquals(diagnosis, classify(log));
            for (Cause cause : diagnosis.causes()) {
                assertTrue(cause.evidence().size() <= 6, cause.id());
                assertTrue(cause.title().length() <= 1_000, cause.id());
                for (Evidence evidence : cause.evidence()) {
                    assertTrue(evidence.text().length() <= 500, cause.id());
                    assertTrue(evidence.text().chars().noneMatch(Character::isISOControl), cause.id());
                }
            }
        });
    }
}
