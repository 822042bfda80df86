package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EvidenceAnnotatorTest {
    private static final String LINE = "go: example.com/lib@v1.2.3: dial tcp: lookup proxy.example: no such host";
    private static final String SECOND = "go: example.com/lib@v1.2.3: something else went wrong";

    private static EvidenceAnnotator annotator(FoundCause... causes) {
        return new EvidenceAnnotator(FailurePage.of(List.of(causes)).cards(), "/jenkins/job/a/1/goFailureAnalysis/");
    }

    private static String html(ConsoleAnnotator<Object> annotator, String line) {
        MarkupText text = new MarkupText(line);
        annotator.annotate(new Object(), text);
        return text.toString(true);
    }

    @Test
    void theFirstLineOfACauseNamesIt() {
        EvidenceAnnotator annotator = annotator(FoundCauses.root("dns-failure", "No such host", "7", LINE, SECOND));
        assertEquals("Started\n", html(annotator, "Started\n"));
        assertEquals(
                "<span id=\"go-failure-1\"></span><span class=\"go-modules-evidence go-modules-evidence--root\""
                        + " title=\"No such host\">" + LINE + "</span>"
                        + " <a class=\"go-modules-evidence__cause go-modules-evidence__cause--root\""
                        + " href=\"/jenkins/job/a/1/goFailureAnalysis/#cause-1\">← No such host</a>\r\n",
                html(annotator, LINE + "\r\n"));
        assertEquals(
                "<span class=\"go-modules-evidence go-modules-evidence--root\" title=\"No such host\">" + LINE
                        + "</span>\n",
                html(annotator, LINE + "\n"));
        String second = html(annotator, SECOND + "\n");
        assertTrue(second.startsWith("<span id=\"go-failure-1-2\"></span>"), second);
        assertFalse(second.contains("<a "), second);
    }

    @Test
    void whatFollowsFromTheRootLooksDifferent() {
        String html = html(
                annotator(
                        FoundCauses.root("a", "The root", "7", SECOND), FoundCauses.other("b", "The other", "7", LINE)),
                LINE);
        assertTrue(html.contains("id=\"go-failure-2\""), html);
        assertTrue(html.contains("go-modules-evidence--other"), html);
        assertTrue(html.contains("#cause-2\">← The other</a>"), html);
    }

    @Test
    void hostileTextIsNoMarkup() {
        String evil = "\"><img src=x onerror=alert(1)><script>alert('2')</script>&amp;";
        String html =
                html(annotator(FoundCauses.root("a", evil, "7", evil + " and more of it")), evil + " and more of it\n");
        assertTrue(html.contains("go-modules-evidence--root"), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("\"\">"), html);
        assertEquals(2, html.split("&quot;&gt;&lt;img src=x onerror=alert\\(1\\)&gt;", -1).length - 1, html);
    }

    @Test
    void nothingLinksToAPageWhoseAddressIsNotKnown() {
        ConsoleAnnotator<Object> annotator = new EvidenceAnnotator(
                FailurePage.of(List.of(FoundCauses.root("a", "T", "7", LINE))).cards(), null);
        String html = html(annotator, LINE);
        assertTrue(html.contains("title=\"T\""), html);
        assertFalse(html.contains("<a "), html);
    }

    @Test
    void aLoopThatRepeatsItsFailureIsMarkedSoOften() {
        ConsoleAnnotator<Object> annotator = annotator(FoundCauses.root("a", "T", "7", LINE));
        int marked = 0;
        while (annotator != null && marked < 10_000) {
            annotator = annotator.annotate(new Object(), new MarkupText(LINE + "\n"));
            marked++;
        }
        assertNull(annotator);
        assertEquals(2_001, marked);
    }

    @Test
    void whatABrowserKeepsIsSmallAndForAnotherConsoleItEnds() throws Exception {
        EvidenceAnnotator annotator = annotator(FoundCauses.root("a", "T", "7", LINE, "x".repeat(4_000)));
        html(annotator, LINE);
        byte[] kept = serialized(annotator);
        assertTrue(kept.length < 1_000, () -> kept.length + " bytes");
        Set<String> classes = new TreeSet<>();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(kept)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
                classes.add(description.getName());
                return super.resolveClass(description);
            }
        }) {
            assertNull(((EvidenceAnnotator) in.readObject()).annotate(new Object(), new MarkupText(LINE)));
        }
        classes.removeAll(Set.of(EvidenceAnnotator.class.getName(), ConsoleAnnotator.class.getName()));
        // Of Java's own classes Jenkins reads those alone that its list names.
        assertEquals(Set.of("java.lang.Integer", "java.lang.Number", "java.util.HashSet"), classes);
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
