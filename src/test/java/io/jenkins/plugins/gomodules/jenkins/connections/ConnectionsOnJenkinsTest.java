package io.jenkins.plugins.gomodules.jenkins.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Item;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The page and its requests as a browser sends them. */
@WithJenkins
class ConnectionsOnJenkinsTest {
    private static final List<String> METHODS = List.of("testProxies", "testHost", "compare", "cancel");

    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = LoopbackProxy.start(
                ModuleFixture.module("example.com/m", "v1.2.3").build());
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("developer"));
    }

    private WebResponse send(JenkinsRule jenkins, JenkinsRule.WebClient browser, HttpMethod verb, String method)
            throws Exception {
        WebRequest request =
                new WebRequest(new URL(jenkins.getURL(), "manage/" + ConnectionsPage.URL + "/" + method), verb);
        request.setRequestParameters(List.of(
                new NameValuePair("id", "1"),
                new NameValuePair("node", ""),
                new NameValuePair("goproxy", proxy.url()),
                new NameValuePair("module", "example.com/m@v1.2.3"),
                new NameValuePair("host", proxy.hostPort()),
                new NameValuePair("protocol", "https")));
        if (verb == HttpMethod.POST) {
            browser.addCrumb(request);
        }
        browser.setThrowExceptionOnFailingStatusCode(false);
        return browser.getPage(request).getWebResponse();
    }

    @Test
    void nobodyElseAndNotByGet(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        for (String user : List.of("manager", "developer")) {
            try (JenkinsRule.WebClient browser = jenkins.createWebClient().login(user)) {
                for (String method : METHODS) {
                    assertEquals(
                            403, send(jenkins, browser, HttpMethod.POST, method).getStatusCode(), method);
                }
                browser.assertFails("manage/" + ConnectionsPage.URL + "/", 403);
            }
        }
        try (JenkinsRule.WebClient anonymous = jenkins.createWebClient().withJavaScriptEnabled(false);
                JenkinsRule.WebClient admin = jenkins.createWebClient().login("admin")) {
            // The page that says no leads on to the one for logging in.
            anonymous.setRefreshHandler((page, url, seconds) -> {});
            for (String method : METHODS) {
                assertEquals(
                        403, send(jenkins, anonymous, HttpMethod.POST, method).getStatusCode(), method);
                assertTrue(send(jenkins, admin, HttpMethod.GET, method).getStatusCode() >= 400, method);
            }
        }
        assertEquals(0, proxy.connections());
    }

    @Test
    void administratorsSeeWhatAServerSaysAsText(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        proxy.on("*")
                .answer(Fault.body("<html><title><script>alert(1)</script></title>".getBytes(StandardCharsets.UTF_8))
                        .and(Fault.header("Server", "<img src=x onerror=alert(2)>")));
        try (JenkinsRule.WebClient admin = jenkins.createWebClient().login("admin")) {
            HtmlPage page = admin.goTo("manage/" + ConnectionsPage.URL + "/");
            assertTrue(page.asNormalizedText().contains("Go module connections"));
            WebResponse response = send(jenkins, admin, HttpMethod.POST, "testProxies");
            assertEquals(200, response.getStatusCode());
            String html = response.getContentAsString();
            assertTrue(html.contains("goproxy-unavailable"), html);
            assertTrue(html.contains("&lt;img src=x"), html);
            assertFalse(html.contains("<script>") || html.contains("<img src=x"), html);
        }
    }
}
