package io.jenkins.plugins.gomodules.jenkins.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.remoting.Future;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An agent that is the attacker's: it answers a call with whatever the controller's classes can express. A step ends with
 * one bounded sentence then, and with nothing else.
 */
@Timeout(60)
class HostileAgentTest {

    private static final String NASTY =
            "\u001B[8mha:////note\u001B[0m\r\nFinished: SUCCESS\n<script>alert(1)</script>\u202E\u0000"
                    + "x".repeat(1_000_000);

    /** What a listener was told, as it arrives in a build: a report, a Throwable, or the name of a lost agent. */
    private static Object told(Callable<?> answer) throws Exception {
        CompletableFuture<Object> told = new CompletableFuture<>();
        FilePath directory = new FilePath(channel(answer), "/home/agent/workspace");
        PrefetchCallable callable = new PrefetchCallable(
                directory,
                new AgentVariables(new EnvVars(), Map.of()),
                TaskListener.NULL,
                PrefetchOptions.builder().build(),
                ProxyLogins.NONE,
                new Mask(List.of()));
        new AgentPrefetch(directory, callable, new AgentRun.Listener<PrefetchReport>() {
                    @Override
                    public void ended(PrefetchReport report) {
                        told.complete(report);
                    }

                    @Override
                    public void failed(Throwable thrown) {
                        told.complete(thrown == null ? "no reason" : thrown);
                    }

                    @Override
                    public void lost(String agent) {
                        told.complete(agent);
                    }
                })
                .start();
        return told.get(30, TimeUnit.SECONDS);
    }

    /** Answers every call in the same way. A real channel has more methods than the one that is used. */
    private static VirtualChannel channel(Callable<?> answer) {
        return (VirtualChannel) Proxy.newProxyInstance(
                HostileAgentTest.class.getClassLoader(),
                new Class<?>[] {VirtualChannel.class},
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "callAsync":
                            Answer<?> task = new Answer<>(answer);
                            task.run();
                            return task;
                        case "equals":
                            return self == arguments[0];
                        case "hashCode":
                            return System.identityHashCode(self);
                        default:
                            return "hostile channel";
                    }
                });
    }

    private static final class Answer<V> extends FutureTask<V> implements Future<V> {
        Answer(Callable<V> callable) {
            super(callable);
        }
    }

    private static PrefetchReport report(String text, Map<String, Integer> servedBy, List<PrefetchFailure> failures) {
        return new PrefetchReport(
                1,
                1,
                0,
                1,
                1,
                1,
                0,
                1,
                0,
                Map.of(text, text),
                text,
                text,
                servedBy,
                List.of(),
                Collections.singletonList(NASTY),
                failures);
    }

    private static PrefetchFailure failure(String text) {
        return new PrefetchFailure(text, text, text, text, text, text, -1, -1);
    }

    private static void assertHarmless(String text) {
        assertTrue(text.length() < 3 * ForeignText.MAX, () -> "length " + text.length());
        assertFalse(text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202E), text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<PrefetchFailure> ofWrongClass() {
        return (List) new ArrayList<>(Arrays.asList("no failure", 7));
    }

    static Stream<List<PrefetchFailure>> nasty() {
        PrefetchFailure one = failure(NASTY);
        PrefetchFailure nameless = new PrefetchFailure("", "", "", "", NASTY, "", 0, 0);
        return Stream.of(
                List.of(one),
                List.of(nameless),
                List.of(one, one),
                List.of(one, failure("b" + NASTY), failure("c" + NASTY), failure("d" + NASTY)),
                List.of(nameless, new PrefetchFailure("", "", "", "", "other", "", 0, 0)),
                Collections.nCopies(1_000_000, failure("x\ny")));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void failuresAreToldInOneBoundedLine(List<PrefetchFailure> failures) throws Exception {
        AgentReport checked = AgentReport.check(report("off", Map.of(), failures));
        assertTrue(checked.failed());
        assertHarmless(checked.sentence());
    }

    @Test
    void theReturnedMapHasNothingThatWritesElsewhere() throws Exception {
        String text = "\u001B[2Jhttps://proxy\n\u202E<b>";
        Map<String, Object> map =
                AgentReport.check(report(text, Map.of(), List.of())).toMap();
        assertEquals("https://proxy <b>", map.get("goproxy"));
        assertEquals("https://proxy <b>", map.get("offlineProxy"));
        assertEquals(Map.of("https://proxy <b>", "https://proxy <b>"), map.remove("verifiedBy"));
        for (Object value : map.values()) {
            assertTrue(value instanceof Integer || value instanceof Long || value instanceof String, value::toString);
        }
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("failures of another class", report("off", Map.of(), ofWrongClass())),
                Arguments.of(
                        "two thousand million failures",
                        report("off", Map.of(), Collections.nCopies(Integer.MAX_VALUE, failure("x")))),
                Arguments.of("a proxy list of a megabyte", report(NASTY, Map.of(), List.of())),
                Arguments.of(
                        "no lists at all",
                        new PrefetchReport(0, 0, 0, 0, 0, 0, 0, 0, 0, null, "", "", null, null, null, null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void impossible(String name, PrefetchReport report) {
        AbortException e = assertThrows(AbortException.class, () -> AgentReport.check(report));
        assertHarmless(e.getMessage());
    }

    static Stream<Arguments> noReports() {
        return Stream.of(
                Arguments.of("nothing", null), Arguments.of("a word", "yes"), Arguments.of("a truth value", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noReports")
    void whatIsNoReportEndsTheStep(String name, Object answer) throws Exception {
        Object told = told(() -> answer);
        assertEquals(AbortException.class, told.getClass(), told::toString);
        assertHarmless(((AbortException) told).getMessage());
    }

    static Stream<Arguments> exceptions() {
        Exception circle = new Exception(NASTY);
        circle.initCause(new Exception(NASTY, circle));
        return Stream.of(
                Arguments.of("an abort", new AbortException(NASTY)),
                Arguments.of("an abort without a word", new AbortException()),
                Arguments.of("a failure to read", new IOException(NASTY)),
                Arguments.of("an error of the program", new IllegalStateException(NASTY)),
                Arguments.of("an error of the machine", new OutOfMemoryError(NASTY)),
                Arguments.of("causes in a circle", circle),
                Arguments.of("an interruption", new InterruptedException(NASTY)),
                Arguments.of("a build that is to count as good", new FlowInterruptedException(Result.SUCCESS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exceptions")
    void exceptionsAreNotPassedOn(String name, Throwable thrown) throws Exception {
        Object told = told(() -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        });
        AbortException e = (AbortException) told;
        assertEquals(AbortException.class, e.getClass());
        assertNotNull(e.getMessage());
        assertHarmless(e.getMessage());
        assertNull(e.getCause());
        assertEquals(0, e.getSuppressed().length);
    }

    @Test
    void anAgentMayBeLost() throws Exception {
        assertEquals("?", told(() -> {
            throw new IOException(new RequestAbortedException(null));
        }));
    }
}
