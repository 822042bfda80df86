package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private static final String GONE = """
            go: downloading example.com/other v1.0.0
            verifying git.example.com/team/lib@v1.4.0: git.example.com/team/lib@v1.4.0: reading https://sum.golang.org/lookup/git.example.com/team/lib@v1.4.0: 410 Gone
            """;

    private static Diagnosis classify(String log, ClassifierContext context) {
        try {
            byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
            return Classifier.standard().classify(new ByteArrayInputStream(bytes), context);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Cause root(String log) {
        return classify(log, ClassifierContext.NONE).root().orElseThrow();
    }

    @Test
    void saysHowSureItIsThatAModuleIsPrivate() {
        Cause guessed = root(GONE);
        assertEquals("auth-masked", guessed.id());
        assertEquals("git.example.com/team/lib", guessed.module());
        assertTrue(guessed.title().startsWith("git.example.com/team/lib looks private"), guessed.title());
        assertTrue(guessed.confidence() < 0.9, "" + guessed.confidence());

        ClassifierContext declared = ClassifierContext.ofPrivateModules("git.example.com/team");
        assertTrue(classify(GONE, declared).root().orElseThrow().confidence() > 0.9);

        ClassifierContext bound = new ClassifierContext(ModulePatterns.NONE, Set.of("Git.Example.com"), List.of());
        assertTrue(classify(GONE, bound).root().orElseThrow().confidence() > 0.9);
    }

    @Test
    void takesNotFoundForMaskedWhereTheModuleIsKnownToBePrivate() {
        String log = "go: git.example.com/team/lib@v1.4.0: reading"
                + " https://goproxy.example/git.example.com/team/lib/@v/v1.4.0.mod: 404 Not Found\n";
        assertEquals("version-not-found", root(log).id());
        ClassifierContext declared = ClassifierContext.ofPrivateModules("*.example.com");
        assertEquals("auth-masked", classify(log, declared).root().orElseThrow().id());
    }

    @Test
    void namesModuleVersionHostUrlAndStatus() {
        Cause cause = root(
                "x\ngo: github.com/Azure/lib@v1.2.3: reading"
                        + " https://jo:pw@goproxy.example:8443/go/github.com/!azure/lib/@v/v1.2.3.zip: 503 Service Unavailable\n");
        assertEquals("goproxy-unavailable", cause.id());
        assertEquals("github.com/Azure/lib", cause.module());
        assertEquals("v1.2.3", cause.version());
        assertEquals("goproxy.example", cause.host());
        assertEquals("https://goproxy.example:8443/go/github.com/!azure/lib/@v/v1.2.3.zip", cause.url());
        assertEquals(503, cause.status());
        assertEquals(2, cause.evidence().get(0).line());
        assertFalse(cause.toString().contains("pw"), cause.toString());
    }

    @Test
    void takesTheModuleFromTheLinesBefore() {
        Cause cause =
                root("go: git.example.com/team/lib@v1.4.0: invalid version: git ls-remote -q origin: exit status 128:\n"
                        + "\tgit@git.example.com: Permission denied (publickey).\n"
                        + "\tfatal: Could not read from remote repository.\n");
        assertEquals("auth-denied", cause.id());
        assertEquals("git.example.com/team/lib", cause.module());
        assertEquals("git.example.com", cause.host());
    }

    @Test
    void putsTheRootFirstAndKeepsTheRest() {
        Diagnosis diagnosis = classify(
                "main.go:9:14: undefined: errors.Wrap\n"
                        + "go: a.example/b@v1.0.0: Get \"https://p.example/a.example/b/@v/v1.0.0.mod\": dial tcp:"
                        + " lookup p.example: no such host\n",
                ClassifierContext.NONE);
        assertEquals(
                List.of("dns-failure", "compile-error"),
                diagnosis.causes().stream().map(Cause::id).toList());
        assertEquals(
                List.of(true, false),
                diagnosis.causes().stream().map(Cause::root).toList());
    }

    /** Builds go on after what did not stop them. */
    @Test
    void prefersWhatStoppedTheBuild() {
        String log = "curl: (6) Could not resolve host: tools.example\n" + "building ...\n".repeat(2000)
                + "./main.go:9:14: undefined: helper\n";
        assertEquals("compile-error", root(log).id());
    }

    @ParameterizedTest
    @CsvSource({
        "Get \"https://proxy.golang.org/a.example/b/@v/v1.0.0.mod\": dial tcp 1.2.3.4:443:| i/o timeout, network-timeout",
        "fatal: could not read Username for 'https://git.example|.com': terminal prompts disabled, auth-required",
        "verifying a.example/b@v1.0.0: checksum mismatch| , checksum-mismatch",
    })
    void readsMessagesThatSomebodyBroke(String line, String id) {
        assertEquals(id, root("go: " + line.replace("|", "\n") + "\n").id());
    }

    @Test
    void believesWhatIsKnownFirstHand() {
        Cause known = Classifier.standard()
                .describe(
                        "rate-limited",
                        Subject.ofModule("", "", "p.example", "", 429),
                        "429 from p.example, token=s3cr3t");
        Diagnosis diagnosis = classify(GONE, new ClassifierContext(ModulePatterns.NONE, Set.of(), List.of(known)));
        assertEquals(
                List.of("rate-limited", "auth-masked"),
                diagnosis.causes().stream().map(Cause::id).toList());
        assertTrue(diagnosis.causes().get(0).root());
        assertFalse(diagnosis.causes().get(1).root());
        assertEquals("p.example answers that there were too many requests", known.title());
        assertFalse(known.toString().contains("s3cr3t"));
        assertThrows(IllegalArgumentException.class, () -> Classifier.standard().describe("failed", Subject.NONE, ""));
    }

    @Test
    void readsWhatThePrefetchPrints() {
        Cause cause = root("FAILED [module-zip-invalid] example.com/lib@v1.2.3: names that lead out of the module\n");
        assertEquals("module-zip-invalid", cause.id());
        assertEquals("example.com/lib", cause.module());
        assertEquals("v1.2.3", cause.version());
    }

    /** A registry answers like this whether an image is missing or hidden. */
    @Test
    void takesADeniedPullForAPullThatFailed() {
        Cause cause = root(
                "docker: Error response from daemon: pull access denied for acme/go-builder, repository does not"
                        + " exist or may require 'docker login': denied: requested access to the resource is denied.\n");
        assertEquals("image-pull", cause.id());
        assertEquals("A container image cannot be pulled (acme/go-builder)", cause.title());
    }

    @Test
    void saysNothingOfABuildThatSucceeded() {
        assertEquals(
                List.of(),
                classify(GONE + "Finished: SUCCESS\n", ClassifierContext.NONE).causes());
        assertEquals(
                1,
                classify("Finished: SUCCESS\n" + GONE, ClassifierContext.NONE)
                        .causes()
                        .size());
    }

    @Test
    void takesWhatIsTriedAgainForLessThanWhatStoppedTheBuild() {
        String cut =
                "go: a.example/b@v1.0.0: Get \"https://proxy.golang.org/a.example/b/@v/v1.0.0.zip\": unexpected EOF\n";
        String wrong = "a/a.go:3:7: undefined: x\n";
        assertEquals(
                "compile-error",
                root(cut + "attempt 1 failed, trying again in 10 s\n" + wrong).id());
        assertEquals("goproxy-unavailable", root(cut + "giving up\n" + wrong).id());
        String timeout = "java.net.SocketTimeoutException: Read timed out\n";
        assertEquals("network-timeout", root(timeout + "Finished: FAILURE\n").id());
        assertEquals(
                List.of(),
                classify("WARN retrying after " + timeout + "Finished: FAILURE\n", ClassifierContext.NONE)
                        .causes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff --git a/e.go b/e.go\n@@ -1,2 +1,3 @@\n package e\n+\tdisk: \"no space left on device\",\n }\n",
                "e.go:7:2: G402 (gosec)\n\tskip: true, // x509: certificate signed by unknown authority\n",
                "e.go:9:\treturn \"x509: certificate has expired\"\n",
                "e.go:9:\tif strings.Contains(s, \"no space left on device\") {\n",
                "+ grep -q 'no space left on device' build.log\n",
                "$ echo 'Host key verification failed'\n",
                "In a.sh line 3:\nif [ $s == \"pull access denied for x\" ]; then\n",
                "Commit message: \"Retry: no space left on device\"\n",
                "HEAD is now at 9a8b7c6 Tell users of x509: certificate signed by unknown authority\n",
                "* 9a8b7c6 (tag: v1) Fix missing go.sum entry for module providing package x\n",
                "HEAD is now at 9a8b7c6... Fix: no space left on device\n",
                "##[group]Run grep -q \"no space left on device\" build.log\n",
                "[main 9a8b7c6] Fix: no space left on device\n",
                "Author: A <a@example.com>\nDate:   Tue Nov 17\n\n    Fix\n\n    no space left on device\n",
                "## The build says \"no space left on device\"\n",
                "* \"x509: certificate signed by unknown authority\": install the CA\n",
                "go: a.example/b@v1.2.3: reading https://proxy.golang.org/...: 404 Not Found\n",
            })
    void saysNothingOfWhatIsQuoted(String log) {
        assertEquals(
                List.of(),
                classify(log + "Finished: FAILURE\n", ClassifierContext.NONE).causes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+ go build ./...\n# runtime/cgo\nwrite /x: no space left on device\n",
                "9a8b7c6 Fix the build\nwrite /x: no space left on device\n",
                "1763471912 write /x: no space left on device\n",
                "[build 12] write /x: no space left on device\n",
                "* write \"/x\": no space left on device\n",
                "    no space left on device\n",
            })
    void readsWhatOnlyLooksQuoted(String log) {
        assertEquals("disk-full", root(log).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "denied: requested access to the resource is denied | auth-denied",
                "denied: Your authorization token has expired. Reauthenticate and try again. | auth-denied",
                "no basic auth credentials | auth-required",
                "unauthorized: authentication required | auth-required",
                "push access denied, repository does not exist or may require authorization | auth-denied",
                "Get \"https://a.example/v2/\": unauthorized: incorrect username or password | auth-denied",
                "Error response from daemon: No such image: a.example/b:1 | image-pull",
            })
    void knowsWhatARegistrySaysToWhoPushes(String line, String id) {
        assertEquals(
                id,
                root("The push refers to repository [a.example/b]\n" + line + "\nFinished: FAILURE\n")
                        .id());
    }

    @Test
    void readsOnBehindADiff() {
        String diff = "@@ -1,2 +1,2 @@\n-a\n+b\n c\n";
        assertEquals(
                "disk-full", root(diff + "write /x: no space left on device\n").id());
        assertEquals(
                "auth-required",
                root(diff
                                + "go: a.example/b@v1: exit status 128:\n\tfatal: could not read Username for 'https://a.example'\n")
                        .id());
    }

    @Test
    void takesWhatTestsPrintForTheirBusiness() {
        String refused =
                "    x_test.go:7: Get \"http://10.0.0.1/\": dial tcp 10.0.0.1:80: connect: connection refused\n";
        assertEquals(
                "test-failure",
                root("=== RUN   TestX\n" + refused + "--- FAIL: TestX (0.00s)\nFAIL\n")
                        .id());
        assertEquals(
                List.of(),
                classify(
                                "=== RUN   TestX\n" + refused
                                        + "--- PASS: TestX (0.00s)\nPASS\n+ x\nFinished: FAILURE\n",
                                ClassifierContext.NONE)
                        .causes());
        assertEquals(
                "out-of-memory",
                root("=== RUN   TestX\nsignal: killed\nFAIL\ta.example/b\t3.1s\nFinished: FAILURE\n")
                        .id());
        // Where branches write into one log, the go command's line is none of the test's.
        assertEquals(
                "dns-failure",
                root("=== RUN   TestX\ngo: a.example/b@v1.2.3: Get \"https://goproxy.example/a.example/b/@v/v1.2.3.zip\": dial tcp:"
                                + " lookup goproxy.example on 10.0.0.2:53: no such host\nFinished: FAILURE\n")
                        .id());
    }

    /** Some ship a build's log as JSON; a server under test writes the same. */
    @Test
    void takesTheLogOfAServerForLess() {
        String log = "{\"level\":\"error\",\"msg\":\"lookup pay.example on 127.0.0.11:53: no such host\"}\n";
        assertEquals(List.of(), classify(log, ClassifierContext.NONE).causes());
        assertEquals("dns-failure", root(log + "Finished: FAILURE\n").id());
    }

    @Test
    void travelsAndOutlivesARestart() throws Exception {
        Diagnosis diagnosis = classify(GONE, ClassifierContext.NONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(diagnosis);
            out.writeObject(ClassifierContext.ofPrivateModules("*.corp.example"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(diagnosis, in.readObject());
        }
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedIOException.class,
                () -> Classifier.standard().classify(new ByteArrayInputStream(new byte[1]), ClassifierContext.NONE));
        assertTrue(Thread.interrupted());
    }
}
