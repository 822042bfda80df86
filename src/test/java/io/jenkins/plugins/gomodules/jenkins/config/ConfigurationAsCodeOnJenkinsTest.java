package io.jenkins.plugins.gomodules.jenkins.config;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code unclassified: goModules:}, in both directions. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeOnJenkinsTest {
    private static String exported() throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        return toYamlString(getUnclassifiedRoot(context).get("goModules"));
    }

    private static void check() {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        GoModulesSettings settings = configuration.getSettings();
        assertEquals(
                "{GOPROXY=https://athens.corp.example,https://goproxy.cn|https://mirrors.aliyun.com/goproxy|direct,"
                        + " GOPRIVATE=git.corp.example,*.internal.example/team, GOSUMDB=sum.golang.google.cn,"
                        + " GOVCS=git.corp.example:git,public:git|hg}",
                settings.variables().toString());
        assertEquals("athens", settings.getProxies().get(0).getCredentialsId());
        assertEquals("deploy-key", settings.getHosts().get(0).getCredentialsId());
        assertEquals("jenkins", settings.getHttpProxy());
        assertNull(settings.getGonoproxy());
        assertEquals(0, settings.getTimeout());
        assertEquals(6, settings.getRetries());
        assertEquals(List.of("goproxy", "goprivate"), configuration.getAllowedOverrides());
        assertEquals(20, configuration.getFailureAnalysis().getMaxLogSize());
        assertEquals(1, configuration.getFailureAnalysis().usableRules().size());
    }

    @Test
    @ConfiguredWithCode("jenkins.yaml")
    void theExampleIsUnderstood(JenkinsConfiguredWithCodeRule r) {
        check();
    }

    @Test
    @ConfiguredWithCode("jenkins.yaml")
    void whatIsExportedCanBeImported(JenkinsConfiguredWithCodeRule r, @TempDir Path directory) throws Exception {
        String first = exported();
        assertFalse(first.contains("ownUrl"), first);
        assertFalse(first.contains("loginRemoved"), first);
        Path file = directory.resolve("jenkins.yaml");
        Files.writeString(file, "unclassified:\n  goModules:\n" + first.indent(4));
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        configuration.setSettings(null);
        configuration.setAllowedOverrides(null);
        configuration.setFailureAnalysis(null);

        ConfigurationAsCode.get().configure(file.toString());

        check();
        assertEquals(first, exported());
    }
}
