package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.ListView;
import hudson.model.Result;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages in a browser. */
@WithJenkins
class FailurePagesOnJenkinsTest {
    private static final String EVIL = "\"><img src=x onerror=alert(1)><script>alert('2')</script>&amp;";

    private static WorkflowRun failed(JenkinsRule jenkins, String name, String line, FoundCause... causes)
            throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        String text = line.replace("\\", "\\\\").replace("'", "\\'");
        job.setDefinition(new CpsFlowDefinition("echo '" + text + "'; error 'no'", true));
        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        build.removeActions(GoFailureAction.class);
        build.addAction(FoundCauses.analysis(causes));
        build.save();
        return build;
    }

    private static int count(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).size();
    }

    @Test
    void hostileTextStaysText(JenkinsRule jenkins) throws Exception {
        WorkflowRun build = failed(
                jenkins,
                "app",
                EVIL + " is the whole line",
                FoundCauses.found("a", EVIL, true, 0.9, "javascript:alert(3)", "", EVIL + " is the whole line"),
                FoundCauses.other("b", "Another", "", "something else that was never printed"));
        ListView view = new ListView("go", jenkins.jenkins);
        view.getColumns().add(new FailureColumn());
        view.add(build.getParent());
        jenkins.jenkins.addView(view);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            for (String path : List.of(
                    build.getUrl(),
                    build.getUrl() + "goFailureAnalysis/",
                    build.getUrl() + "consoleFull",
                    build.getParent().getUrl(),
                    build.getParent().getUrl() + "goFailures/",
                    "view/go/")) {
                HtmlPage page = browser.goTo(path);
                assertEquals(0, count(page, "img[onerror]"), path);
                assertEquals(0, count(page, "a[href^=javascript]"), path);
                String content = page.getWebResponse().getContentAsString();
                assertFalse(content.contains("<script>alert"), path);
                boolean chart = path.equals(build.getParent().getUrl());
                assertTrue(chart || page.asNormalizedText().contains(EVIL), path);
            }
        }
    }

    @Test
    void theSummaryLeadsToTheLineInTheConsoleAndBack(JenkinsRule jenkins) throws Exception {
        String line = "go: example.com/lib@v1.2.3: dial tcp: lookup proxy.example: no such host";
        WorkflowRun build =
                failed(jenkins, "app", line, FoundCauses.root("dns-failure", "No such host: proxy.example", "", line));
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            HtmlPage summary = browser.getPage(build);
            HtmlPage console = summary.getAnchorByText(line).click();
            assertTrue(console.getUrl().toString().endsWith("/console#go-failure-1"), console.getUrl()::toString);
            DomElement anchor = console.getElementById("go-failure-1");
            assertNotNull(anchor);
            DomNode label = console.querySelector("a.go-modules-evidence__cause");
            HtmlPage page = ((DomElement) label).click();
            assertTrue(page.getUrl().toString().endsWith("/goFailureAnalysis/#cause-1"), page.getUrl()::toString);
            assertTrue(page.getElementById("cause-1").getTextContent().contains("No such host: proxy.example"));
        }
    }

    @Test
    void theTrendIsATableWithALinkToEachBuild(JenkinsRule jenkins) throws Exception {
        WorkflowRun build = failed(jenkins, "app", "x", FoundCauses.root("dns-failure", "No such host", "", "y"));
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            HtmlPage page = browser.getPage(build.getParent());
            DomNode cell = page.querySelector("table.go-modules-trend a");
            assertEquals("#1: No such host", ((DomElement) cell).getAttribute("aria-label"));
            assertTrue(((DomElement) cell).<HtmlPage>click().getUrl().toString().endsWith("#cause-1"));
        }
    }

    @Test
    void nothingIsShownWhereNothingWasFound(JenkinsRule jenkins) throws Exception {
        WorkflowRun none = failed(jenkins, "none", "x");
        WorkflowJob good = jenkins.createProject(WorkflowJob.class, "good");
        good.setDefinition(new CpsFlowDefinition("echo 'x'", true));
        WorkflowRun build = jenkins.buildAndAssertSuccess(good);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            for (String path : List.of(none.getUrl(), build.getUrl(), "job/good/", "job/none/")) {
                HtmlPage page = browser.goTo(path);
                assertEquals(0, count(page, "[class*=go-modules]"), path);
                assertEquals(0, count(page, "a[href*=goFailureAnalysis]"), path);
            }
            assertNull(new FailureColumn().causeOf(good));
        }
    }

    @Test
    void aButtonHasBuildsAnalysedAgain(JenkinsRule jenkins) throws Exception {
        String line = "go: example.com/lib@v1.2.3: dial tcp: lookup proxy.example on 10.0.0.2:53: no such host";
        WorkflowRun build = failed(jenkins, "app", line, FoundCauses.root("old", "What was thought before", "", "y"));
        Saved saved = new Saved();
        ExtensionList.lookup(SaveableListener.class).add(saved);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            HtmlPage page = browser.goTo(build.getUrl() + "goFailureAnalysis/");
            page = press(page);
            assertTrue(page.getUrl().toString().endsWith("/goFailureAnalysis/"), page.getUrl()::toString);
            saved.await(build, "dns-failure");
            build.removeActions(GoFailureAction.class);
            press(browser.goTo("job/app/goFailures/"));
            saved.await(build, "dns-failure");
            browser.assertFails(build.getUrl() + "goFailureAnalysis/rescan", 404);
            browser.assertFails("job/app/goFailures/rescan", 404);
        }
    }

    private static HtmlPage press(HtmlPage page) throws Exception {
        return ((DomElement) page.querySelector("form[action=rescan] button")).click();
    }

    /** Told when a build has been written to disk, as it is at the end of its analysis. */
    private static final class Saved extends SaveableListener {
        private final BlockingQueue<Saveable> builds = new LinkedBlockingQueue<>();

        @Override
        public void onChange(Saveable object, XmlFile file) {
            builds.add(object);
        }

        void await(WorkflowRun build, String id) throws InterruptedException {
            while (!isFound(build, id)) {
                assertNotNull(builds.poll(2, TimeUnit.MINUTES), "it was not analysed");
            }
        }

        private static boolean isFound(WorkflowRun build, String id) {
            GoFailureAction action = GoFailureAction.of(build);
            return action != null
                    && action.isFound()
                    && action.getRoot().getId().equals(id);
        }
    }

    @Test
    void whoMayNotReadTheBuildSeesNothing(JenkinsRule jenkins) throws Exception {
        WorkflowRun build = failed(jenkins, "app", "x", FoundCauses.root("dns-failure", "No such host", "", "y"));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
        try (JenkinsRule.WebClient stranger = jenkins.createWebClient().login("stranger");
                JenkinsRule.WebClient reader = jenkins.createWebClient().login("reader")) {
            stranger.assertFails(build.getUrl() + "goFailureAnalysis/", 404);
            stranger.assertFails("job/app/goFailures/", 404);
            HtmlPage page = reader.goTo(build.getUrl() + "goFailureAnalysis/");
            assertTrue(page.asNormalizedText().contains("No such host"));
            assertEquals(0, count(page, "form[action=rescan]"));
        }
    }
}
