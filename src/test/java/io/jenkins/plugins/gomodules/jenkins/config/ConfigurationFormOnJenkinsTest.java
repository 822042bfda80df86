package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.File;
import java.net.HttpURLConnection;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms as a browser shows and sends them: opened and saved, they lose nothing, and add nothing. */
@WithJenkins
class ConfigurationFormOnJenkinsTest {
    private static final XmlFile ANY = new XmlFile(Jenkins.XSTREAM2, new File("none.xml"));

    private static String xml(Object configuration) {
        return ANY.getXStream().toXML(configuration);
    }

    private static GoModulesSettings everything() {
        GoProxy athens = new GoProxy("https://athens.corp.example");
        athens.setCredentialsId("athens");
        athens.setNext(GoProxy.NOT_FOUND);
        GoProxy mirror = new GoProxy("https://goproxy.cn");
        mirror.setNext(GoProxy.ANY_ERROR);
        GoProxy broken = new GoProxy("htps:/broken here");
        broken.setNext(GoProxy.NOT_FOUND);
        GoProxy direct = new GoProxy("direct");
        direct.setNext(GoProxy.NOT_FOUND);
        GoHost host = new GoHost("git.corp.example");
        host.setPath("team/");
        host.setProtocol("https");
        host.setCredentialsId("athens");
        GoModulesSettings settings = new GoModulesSettings();
        settings.setProxies(List.of(athens, mirror, broken, direct));
        settings.setHosts(List.of(host));
        settings.setGoprivate("git.corp.example");
        settings.setGonoproxy("none");
        settings.setGonosumdb("git.corp.example,other.example");
        settings.setGosumdb("sum.golang.google.cn");
        settings.setGoinsecure("old.corp.example");
        settings.setGovcs("not right");
        settings.setHttpProxy("none");
        settings.setConnectTimeout(10);
        settings.setTimeout(0);
        settings.setRetries(0);
        settings.setParallelism(64);
        return settings;
    }

    private static void addCredential(JenkinsRule r) throws Exception {
        CredentialsProvider.lookupStores(r.jenkins)
                .iterator()
                .next()
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "athens", "", "bot", "xyzzy"));
    }

    @Test
    void theGlobalPage(JenkinsRule r) throws Exception {
        addCredential(r);
        OwnRule rule = new OwnRule("vpn-down", "dial tcp (?P<host>\\S+): i/o timeout via vpn");
        rule.setTitle("The VPN is down");
        rule.setRemedy("Call them.");
        FailureAnalysisSettings analysis = new FailureAnalysisSettings();
        analysis.setBuilds(FailureAnalysisSettings.ALL);
        analysis.setRules(List.of(rule));
        analysis.setMaxLogSize(20);
        analysis.setArtifact(true);
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        configuration.setSettings(everything());
        configuration.setAllowedOverrides(List.of("goproxy"));
        configuration.setFailureAnalysis(analysis);
        String before = xml(configuration);

        r.configRoundtrip();
        assertEquals(before, xml(configuration));
        assertEquals(before, xml(new GoModulesConfiguration()));

        configuration.setAllowedOverrides(List.of());
        r.configRoundtrip();
        assertEquals(List.of(), configuration.getAllowedOverrides());
    }

    @Test
    void aPasswordThatIsTypedIntoAUrlIsNotSaved(JenkinsRule r) throws Exception {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        configuration.setSettings(everything());
        try (JenkinsRule.WebClient browser = r.createWebClient()) {
            HtmlForm form = browser.goTo("manage/configure").getFormByName("config");
            // Other sections have a field of that name too.
            form.getInputsByName("_.url").stream()
                    .filter(input -> input.getValue().equals("https://athens.corp.example"))
                    .findFirst()
                    .orElseThrow()
                    .setValue("https://bot:s3cret@other.corp.example");
            r.submit(form);

            GoProxy proxy = configuration.getSettings().getProxies().get(0);
            assertEquals("https://other.corp.example", proxy.getUrl());
            File file = new File(r.jenkins.getRootDir(), GoModulesConfiguration.class.getName() + ".xml");
            assertFalse(new XmlFile(file).asString().contains("s3cret"));
            String page = browser.goTo("manage/configure").getWebResponse().getContentAsString();
            assertTrue(page.contains("That has not been saved: choose a credential below."));
        }
    }

    @Test
    void theGlobalPageWithNothingInIt(JenkinsRule r) throws Exception {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        r.configRoundtrip();
        assertEquals(xml(new GoModulesSettings()), xml(configuration.getSettings()));
        assertNull(configuration.getAllowedOverrides());

        configuration.setSettings(everything());
        configuration.setSettings(new GoModulesSettings());
        r.configRoundtrip();
        assertEquals(List.of(), configuration.getSettings().getProxies());
    }

    @Test
    void folders(JenkinsRule r) throws Exception {
        addCredential(r);
        Folder folder = r.createProject(Folder.class, "team");
        GoModulesFolderProperty property = new GoModulesFolderProperty();
        property.setSettings(everything());
        folder.addProperty(property);
        String before = xml(property.getSettings());

        Folder same = r.configRoundtrip(folder);

        assertEquals(
                before,
                xml(same.getProperties().get(GoModulesFolderProperty.class).getSettings()));
    }

    @Test
    void jobs(JenkinsRule r) throws Exception {
        addCredential(r);
        WorkflowJob job = r.createProject(WorkflowJob.class, "app");
        WorkflowJob untouched = r.configRoundtrip(job);
        assertNull(untouched.getProperty(GoModulesJobProperty.class));

        GoModulesJobProperty property = new GoModulesJobProperty();
        property.setProxies(everything().getProxies());
        property.setHosts(everything().getHosts());
        property.setGoprivate("git.corp.example");
        property.setRetries(0);
        job.addProperty(property);
        String before = xml(property.getSettings());

        WorkflowJob same = r.configRoundtrip(job);

        assertEquals(before, xml(same.getProperty(GoModulesJobProperty.class).getSettings()));
    }

    @Test
    void optionsOfDeclarativePipeline(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "app");
        job.setDefinition(new CpsFlowDefinition("""
                pipeline {
                  agent none
                  options {
                    goModules(goprivate: 'git.corp.example', retries: 2,
                        proxies: [goProxy(url: 'https://athens.corp.example', next: 'anyError'), goProxy('direct')],
                        hosts: [goHost(host: 'git.corp.example', credentialsId: 'athens')])
                  }
                  stages { stage('one') { steps { echo 'done' } } }
                }
                """, true));
        r.buildAndAssertSuccess(job);

        GoModulesSettings settings = job.getProperty(GoModulesJobProperty.class).getSettings();
        assertEquals(
                "{GOPROXY=https://athens.corp.example|direct, GOPRIVATE=git.corp.example}",
                settings.variables().toString());
        assertEquals(2, settings.getRetries());
        assertEquals("athens", settings.getHosts().get(0).getCredentialsId());
    }

    @Test
    void agents(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createSlave();
        agent.getNodeProperties().add(new GoModulesNodeProperty("/var/cache/go"));
        DumbSlave same = r.configRoundtrip(agent);
        GoModulesNodeProperty property = same.getNodeProperty(GoModulesNodeProperty.class);
        assertNotNull(property);
        assertEquals("/var/cache/go", property.getModCache());
    }

    @Test
    void thoseWithoutRightsSeeNoneOfIt(JenkinsRule r) throws Exception {
        GoModulesConfiguration.get().setSettings(everything());
        Folder folder = r.createProject(Folder.class, "team");
        GoModulesFolderProperty property = new GoModulesFolderProperty();
        property.setSettings(everything());
        folder.addProperty(property);
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Jenkins.MANAGE, Item.READ)
                .everywhere()
                .to("manager"));
        try (JenkinsRule.WebClient reader = r.createWebClient().login("reader")) {
            reader.assertFails("manage/configure", HttpURLConnection.HTTP_FORBIDDEN);
            reader.assertFails("job/team/configure", HttpURLConnection.HTTP_FORBIDDEN);
            String attempt = "descriptorByName/" + OwnRule.class.getName() + "/tryOn";
            // There for POST alone; and there for administrators alone.
            reader.assertFails(attempt, HttpURLConnection.HTTP_NOT_FOUND);
            reader.setThrowExceptionOnFailingStatusCode(false);
            assertEquals(
                    HttpURLConnection.HTTP_FORBIDDEN,
                    reader.getPage(new WebRequest(reader.createCrumbedUrl(attempt), HttpMethod.POST))
                            .getWebResponse()
                            .getStatusCode());
        }
        try (JenkinsRule.WebClient manager = r.createWebClient().login("manager")) {
            String page = manager.goTo("manage/configure").getWebResponse().getContentAsString();
            assertEquals(
                    -1, page.indexOf("athens.corp.example"), "a manager who is no administrator sees the settings");
        }
    }
}
