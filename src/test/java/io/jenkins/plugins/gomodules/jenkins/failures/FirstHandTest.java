package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class FirstHandTest {
    private static RecordedFailure failure(String module, String cause, String proxy) {
        return new RecordedFailure(module, "v1.0.0", "zip", cause, "it says " + module, proxy, 403, 2);
    }

    @Test
    void eachCauseIsToldOnceWithItsFirstModule() {
        StepRecord step = new StepRecord("3", "goModPrefetch", "/w")
                .withFailures(
                        List.of(
                                failure("a.example/a", "auth-denied", "https://proxy.example:8443/x"),
                                failure("b.example/b", "auth-denied", "https://proxy.example:8443/x"),
                                failure("c.example/c", "made-up-by-an-agent", ""),
                                failure("d.example/d", "dns-failure", "not a URL")),
                        4);
        List<Cause> causes = FirstHand.causes(step, Classifier.standard());
        assertEquals(
                List.of("auth-denied", "dns-failure"),
                causes.stream().map(Cause::id).toList());
        assertTrue(causes.get(0).root());
        assertFalse(causes.get(1).root());
        assertEquals("a.example/a", causes.get(0).module());
        assertEquals("proxy.example", causes.get(0).host());
        assertEquals(403, causes.get(0).status());
        assertEquals("it says a.example/a", causes.get(0).evidence().get(0).text());
        assertEquals("", causes.get(1).host());
        assertEquals(List.of(), FirstHand.causes(new StepRecord("3", "goModPrefetch", "/w"), Classifier.standard()));
    }

    @Test
    void securityErrorsComeFirst() {
        StepRecord step = new StepRecord("3", "goModPrefetch", "/w")
                .withFailures(
                        List.of(
                                failure("a.example/a", "dns-failure", ""),
                                failure("b.example/b", "auth-denied", ""),
                                failure("c.example/c", "checksum-mismatch", "")),
                        3);
        assertEquals(
                List.of("checksum-mismatch", "dns-failure", "auth-denied"),
                FirstHand.causes(step, Classifier.standard()).stream()
                        .map(Cause::id)
                        .toList());
    }

    @Test
    void aProxyThatWasNotLetInDidNotLookInVain() {
        String masked =
                "https://proxy.example answered 404 Not Found: not found: git.corp.example/team/lib@v1.0.0: invalid"
                        + " version: git ls-remote: exit status 128: fatal: could not read Username for 'https://git.corp.example':"
                        + " terminal prompts disabled";
        String missing =
                "https://proxy.example answered 404 Not Found: not found: no such module. Check path and version in"
                        + " go.mod. A private module is not to be had from a public proxy: name it in GOPRIVATE.";
        StepRecord step = new StepRecord("3", "goModPrefetch", "/w")
                .withFailures(
                        List.of(notFound("git.corp.example/team/lib", masked), notFound("a.example/a", missing)), 2);
        List<Cause> causes = FirstHand.causes(step, Classifier.standard());
        assertEquals(
                List.of("auth-masked git.corp.example/team/lib", "version-not-found a.example/a"),
                causes.stream().map(cause -> cause.id() + " " + cause.module()).toList());
        assertEquals(masked, causes.get(0).evidence().get(0).text());
    }

    private static RecordedFailure notFound(String module, String message) {
        return new RecordedFailure(
                module, "v1.0.0", "info", "version-not-found", message, "https://proxy.example", 404, 1);
    }
}
