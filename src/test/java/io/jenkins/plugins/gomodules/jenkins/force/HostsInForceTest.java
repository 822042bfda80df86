package io.jenkins.plugins.gomodules.jenkins.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoProxy;
import io.jenkins.plugins.gomodules.jenkins.config.SettingsLayer;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class HostsInForceTest {
    private Run<?, ?> run;

    @BeforeEach
    void build(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("echo 'a build'", true));
        run = r.buildAndAssertSuccess(job);
        for (String id : List.of("of-step", "of-folder", "of-jenkins")) {
            CredentialsProvider.lookupStores(Jenkins.get())
                    .iterator()
                    .next()
                    .addCredentials(
                            Domain.global(),
                            new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", "ci", "s3cret-" + id));
        }
    }

    private static GoHost host(String host, String path, String id) {
        GoHost bound = new GoHost(host);
        bound.setPath(path);
        bound.setCredentialsId(id);
        return bound;
    }

    private static SettingsLayer layer(String origin, GoHost... hosts) {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setHosts(Arrays.asList(hosts));
        return new SettingsLayer(origin, settings);
    }

    private HostsInForce bind(List<GoHost> own, List<String> ids, SettingsLayer... layers) throws AbortException {
        return HostsInForce.bind(run, new StepSettings(Map.of(), null, Map.of(), own, ids), List.of(layers));
    }

    private static List<String> places(HostsInForce hosts) {
        return hosts.all().stream()
                .map(each -> each.binding().place() + " " + each.binding().credentialsId())
                .toList();
    }

    @Test
    void hostsAddUpAndTheInnerOneOfAPlaceCounts() throws Exception {
        HostsInForce hosts = bind(
                List.of(host("a.example", "", "of-step")),
                List.of(),
                layer("folder team", host("a.example", "", "of-folder"), host("b.example", "", "of-folder")),
                layer(
                        "global configuration",
                        host("A.example", "", "of-jenkins"),
                        host("b.example", "", "of-jenkins"),
                        host("b.example", "team/", "of-jenkins")));
        assertEquals(List.of("a.example of-step", "b.example of-folder", "b.example/team/ of-jenkins"), places(hosts));
        assertEquals(
                List.of(
                        new Setting("goHost", "b.example over https", "folder team"),
                        new Setting("goHost", "b.example/team/ over https", "global configuration")),
                hosts.shown());
        assertEquals(
                List.of("a.example of-step"),
                places(hosts).subList(0, hosts.own().size()));
    }

    @Test
    void aStepMayNameTheCredentialOfAnyHostInForce() throws Exception {
        SettingsLayer layer = layer("global configuration", host("a.example", "", "of-jenkins"));
        assertEquals(List.of("a.example of-jenkins"), places(bind(List.of(), List.of("of-jenkins"), layer)));
        AbortException e = assertThrows(AbortException.class, () -> bind(List.of(), List.of("of-folder"), layer));
        assertTrue(e.getMessage().startsWith("credentials: no host is bound to \"of-folder\""), e::getMessage);
    }

    @Test
    void aProxyWithALoginIsAHostButNoRepository() throws Exception {
        GoModulesSettings settings = new GoModulesSettings();
        GoProxy proxy = new GoProxy("https://proxy.example/go");
        proxy.setCredentialsId("of-jenkins");
        settings.setProxies(List.of(proxy));
        HostsInForce hosts = bind(List.of(), List.of(), new SettingsLayer("global configuration", settings));
        assertEquals(List.of("proxy.example/go/ of-jenkins"), places(hosts));
        assertFalse(hosts.haveRepositories());
        assertTrue(bind(List.of(), List.of(), layer("folder team", new GoHost("open.example")))
                .haveRepositories());
    }

    @Test
    void whatCannotBeHadIsLeftOutUnlessTheStepNamesIt() throws Exception {
        SettingsLayer layer = layer("folder team", host("a.example", "", "nowhere"), host("no host", "", "of-folder"));
        HostsInForce hosts = bind(List.of(), List.of(), layer);
        assertEquals(List.of(), hosts.all());
        assertEquals(2, hosts.notices().size(), () -> hosts.notices().toString());
        assertThrows(AbortException.class, () -> bind(List.of(), List.of("nowhere"), layer));
        assertThrows(AbortException.class, () -> bind(List.of(host("b.example", "", "nowhere")), List.of()));
    }
}
