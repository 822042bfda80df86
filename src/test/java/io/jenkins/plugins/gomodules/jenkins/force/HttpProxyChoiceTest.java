package io.jenkins.plugins.gomodules.jenkins.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.EnvVars;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class HttpProxyChoiceTest {
    private static StepPlace place(EnvVars env, EnvVars agent) {
        return new StepPlace(null, env, agent, StepPlace.PIPELINE, null, "agent one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "intra.example; intra.example",
                "*.intra.example; .intra.example",
                "10.*; 10.0.0.0/8",
                "192.168.*; 192.168.0.0/16",
                "10.1.2.*; 10.1.2.0/24",
                "*; *",
                "a.example, *.b.example|10.*; a.example,.b.example,10.0.0.0/8",
                "in*tra; ''"
            })
    void exceptionsAreWrittenAsNoProxyHasThem(String ofJenkins, String noProxy, JenkinsRule r) {
        HttpProxyChoice choice =
                HttpProxyChoice.ofJenkins(new ProxyConfiguration("proxy.example", 3128, null, null, ofJenkins), true);
        assertEquals(noProxy, choice.variables().get("NO_PROXY"));
        assertEquals(noProxy.isEmpty() ? 1 : 0, choice.warnings().size());
    }

    @Test
    void theLoginIsKnownAsASecret(JenkinsRule r) {
        HttpProxyChoice choice =
                HttpProxyChoice.ofJenkins(new ProxyConfiguration("proxy.example", 3128, "ci", "p@ss word", null), true);
        assertEquals(
                "http://ci:p%40ss%20word@proxy.example:3128", choice.variables().get("HTTPS_PROXY"));
        assertTrue(choice.login().isPresent());
    }

    /** Whoever writes a Pipeline could print it otherwise. */
    @Test
    void theLoginIsForBuildsOnlyIfAnAdministratorSaysSo(JenkinsRule r) {
        HttpProxyChoice choice = HttpProxyChoice.of(
                GoModulesSettings.HTTP_PROXY_OF_JENKINS,
                place(new EnvVars(), new EnvVars()),
                new ProxyConfiguration("proxy.example", 3128, "ci", "p@ss word", null),
                false);
        assertEquals("http://proxy.example:3128", choice.variables().get("HTTPS_PROXY"));
        assertTrue(choice.login().isEmpty());
        assertTrue(choice.warnings().get(0).contains("without its login"));
    }

    @Test
    void withoutOneOfItsOwnJenkinsUsesNone(JenkinsRule r) {
        assertEquals("", HttpProxyChoice.ofJenkins(null, true).variables().get("https_proxy"));
    }

    @Test
    void theAgentsOwnIsTakenBackWhereThePipelineHasAnother(JenkinsRule r) {
        EnvVars agent = new EnvVars("HTTPS_PROXY", "http://agent:1");
        EnvVars env = new EnvVars("HTTPS_PROXY", "http://pipeline:2", "no_proxy", "x");
        HttpProxyChoice choice =
                HttpProxyChoice.of(GoModulesSettings.HTTP_PROXY_OF_AGENT, place(env, agent), null, true);
        assertEquals("http://agent:1", choice.variables().get("HTTPS_PROXY"));
        assertEquals("", choice.variables().get("no_proxy"));
    }
}
