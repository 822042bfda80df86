package io.jenkins.plugins.gomodules.jenkins.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step as the snippet generator sees it. */
@WithJenkins
class GoModPrefetchStepFormTest {
    private static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("dirs", List.of("api", "worker")),
            Map.entry("engine", "native"),
            Map.entry("extract", false),
            Map.entry("gonoproxy", "corp.example/*"),
            Map.entry("gonosumdb", "corp.example"),
            Map.entry("goprivate", "corp.example"),
            Map.entry("goproxy", "https://proxy.example|direct"),
            Map.entry("gosumdb", "off"),
            Map.entry("modCache", "/var/cache/go"),
            Map.entry("offlineProxy", "deps"),
            Map.entry("parallelism", 8),
            Map.entry("quarantine", "aside"),
            Map.entry("retries", 1),
            Map.entry("timeout", 30),
            Map.entry("verify", "go"),
            Map.entry("writeGoSum", true));

    @Test
    void nothingSetIsNothingWritten(JenkinsRule r) {
        assertEquals("goModPrefetch()", Snippetizer.object2Groovy(new GoModPrefetchStep()));
    }

    @Test
    void argumentsComeBackAsTheyWent(JenkinsRule r) {
        DescribableModel<GoModPrefetchStep> model = new DescribableModel<>(GoModPrefetchStep.class);
        GoModPrefetchStep step = model.instantiate(ALL);
        assertEquals(ALL, model.uninstantiate2(step).getArguments());
        assertEquals(
                "goModPrefetch dirs: ['api', 'worker'], engine: 'native', extract: false, gonoproxy: 'corp.example/*',"
                        + " gonosumdb: 'corp.example', goprivate: 'corp.example',"
                        + " goproxy: 'https://proxy.example|direct', gosumdb: 'off', modCache: '/var/cache/go',"
                        + " offlineProxy: 'deps', parallelism: 8, quarantine: 'aside', retries: 1, timeout: 30, verify: 'go', writeGoSum: true",
                Snippetizer.object2Groovy(step));
    }

    @Test
    void blankFieldsOfTheFormAreNothingSet(JenkinsRule r) {
        DescribableModel<GoModPrefetchStep> model = new DescribableModel<>(GoModPrefetchStep.class);
        GoModPrefetchStep step = model.instantiate(Map.of(
                "dir",
                " ",
                "dirs",
                List.of(""),
                "engine",
                "",
                "goproxy",
                "",
                "goprivate",
                " ",
                "modCache",
                "",
                "verify",
                ""));
        assertEquals("goModPrefetch()", Snippetizer.object2Groovy(step));
    }

    @Test
    void textAreaOfDirectoriesBecomesAList(JenkinsRule r) {
        GoModPrefetchStep step = new GoModPrefetchStep();
        step.setDirs(List.of("api\r\n worker \n\n"));
        assertEquals(List.of("api", "worker"), step.getDirs());
        assertEquals("api\nworker", step.getDirLines());
    }

    @ParameterizedTest
    @ValueSource(classes = {GoModPrefetchStep.class, WithGoModulesStep.class, GoHost.class})
    void everyParameterHasAFieldAndHelp(Class<?> type, JenkinsRule r) throws Exception {
        String form = resource(type, "config.jelly");
        if (GoModulesStep.class.isAssignableFrom(type)) {
            form += resource(GoModulesStep.class, "hosts.jelly")
                    + resource(GoModulesStep.class, "settings.jelly")
                    + resource(GoModulesStep.class, "more.jelly");
        }
        assertFalse(resource(type, "help.html").isEmpty());
        for (DescribableParameter p : new DescribableModel<>(type).getParameters()) {
            String help = "help-" + p.getName() + ".html";
            assertFalse(
                    resource(type, help).isEmpty()
                            && resource(type.getSuperclass(), help).isEmpty(),
                    help);
            assertTrue(form.contains("field=\"" + p.getName() + "\""), p.getName());
        }
    }

    private static String resource(Class<?> type, String name) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + "/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void dropDownsOfferWhatTheStepTakes(JenkinsRule r) {
        GoModPrefetchStep.DescriptorImpl descriptor =
                r.jenkins.getDescriptorByType(GoModPrefetchStep.DescriptorImpl.class);
        assertEquals(List.of("auto", "native", "go"), values(descriptor.doFillEngineItems()));
        assertEquals(List.of("strict", "go", "off"), values(descriptor.doFillVerifyItems()));
    }

    private static List<String> values(ListBoxModel items) {
        return items.stream().map(option -> option.value).toList();
    }
}
