package io.jenkins.plugins.gomodules.jenkins.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.access.AccessDeniedException;

/** Who may have Jenkins connect to what, and where credentials go then. */
@WithJenkins
class ConnectionsPageTest {
    private static final String MODULE = "example.com/m@v1.2.3";

    private final ModuleFixture module =
            ModuleFixture.module("example.com/m", "v1.2.3").build();

    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = LoopbackProxy.start(module);
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private static ConnectionsPage page() {
        return ExtensionList.lookupSingleton(ConnectionsPage.class);
    }

    private static void noDatabase(GoProxy... proxies) {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setGosumdb("off");
        settings.setProxies(List.of(proxies));
        GoModulesConfiguration.get().setSettings(settings);
    }

    @Test
    void administratorsAlone(JenkinsRule r) throws Exception {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("developer")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader"));
        for (String user : List.of("manager", "developer", "reader", "stranger")) {
            try (ACLContext as = ACL.as(User.getById(user, true))) {
                assertNotNull(as);
                refused();
            }
        }
        assertEquals(0, proxy.connections());
    }

    private void refused() {
        List<Executable> methods = List.of(
                () -> page().doTestProxies("1", "", proxy.url(), MODULE, ""),
                () -> page().doTestHost("1", "", proxy.hostPort(), "", "https"),
                () -> page().doCompare("1", "", proxy.url()),
                () -> page().doCancel("1"),
                () -> page().getGoproxy(),
                () -> page().getHosts(),
                () -> page().getNodes());
        for (Executable method : methods) {
            assertThrows(AccessDeniedException.class, method);
        }
    }

    @Test
    void fromTheControllerAndFromAnAgent(JenkinsRule r) throws Exception {
        noDatabase();
        String agent = r.createOnlineSlave().getNodeName();
        assertTrue(page().getNodes().stream().anyMatch(each -> each.value.equals(agent)));
        for (String node : List.of("", agent)) {
            proxy.forget();
            new AskedTests().proxies("1", node, proxy.url(), MODULE, "");
            assertFalse(proxy.requests("/example.com/m/@v/v1.2.3.zip").isEmpty(), node);
        }
        proxy.forget();
        new AskedTests().proxies("1", "no-such-agent", proxy.url(), MODULE, "");
        new AskedTests().proxies("1", "", proxy.url(), "example.com/m", "");
        new AskedTests().proxies("1", "", "ftp://example.com", MODULE, "");
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void credentialsGoToTheirOwnHost(JenkinsRule r) throws Exception {
        add("build", CredentialsScope.GLOBAL);
        add("inside", CredentialsScope.SYSTEM);
        GoProxy bound = new GoProxy(proxy.url());
        bound.setCredentialsId("build");
        noDatabase(bound);
        String login = "Basic " + Base64.getEncoder().encodeToString("ci:xyzzy".getBytes(StandardCharsets.UTF_8));
        try (LoopbackProxy other = LoopbackProxy.startAt("127.0.0.2", module)) {
            new AskedTests().proxies("1", "", other.url() + "," + proxy.url(), MODULE, "");
            assertEquals(List.of(), other.offers("Authorization"));
            assertTrue(proxy.offers("Authorization").stream()
                    .allMatch(each -> each.value().equals(login)));
            assertFalse(proxy.offers("Authorization").isEmpty());

            // One that is chosen but not saved: for the only proxy that is asked, and none that builds could not use.
            new AskedTests().proxies("1", "", other.url(), MODULE, "inside");
            assertEquals(List.of(), other.offers("Authorization"));
            new AskedTests().proxies("1", "", other.url(), MODULE, "build");
            assertFalse(other.offers("Authorization").isEmpty());
            int before = other.requests().size();
            new AskedTests().proxies("1", "", other.url() + "," + proxy.url(), MODULE, "build");
            assertEquals(before, other.requests().size());
        }
        List<ProxyList.Entry> stranger = ProxyList.parse("https://example.com").entries();
        assertEquals(
                List.of(),
                TestHosts.of(
                        new ProxyList(stranger),
                        null,
                        GoModulesConfiguration.get().getSettings()));
    }

    private static void add(String id, CredentialsScope scope) throws Exception {
        CredentialsProvider.lookupStores(Jenkins.get())
                .iterator()
                .next()
                .addCredentials(Domain.global(), new UsernamePasswordCredentialsImpl(scope, id, "", "ci", "xyzzy"));
    }
}
