package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.XmlFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Configuration that earlier versions of the plugin have saved is read by this one. The files are never changed: a version that
 * saves something new adds files of its own, with the next number.
 */
@WithJenkins
class SavedConfigurationTest {
    private static XmlFile saved(JenkinsRule r, String name) throws IOException {
        File file = new File(r.jenkins.getRootDir(), name);
        try (InputStream in = SavedConfigurationTest.class.getResourceAsStream(name)) {
            Files.copy(in, file.toPath());
        }
        return new XmlFile(file);
    }

    @Test
    void theGlobalConfigurationIsRead(JenkinsRule r) throws Exception {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        saved(r, "global-1.xml").unmarshal(configuration);
        checkGlobal(configuration);

        configuration.save();
        configuration.setSettings(null);
        configuration.setFailureAnalysis(null);
        GoModulesConfiguration other = new GoModulesConfiguration();
        assertEquals(List.of(), other.getSettings().getProxies());
    }

    @Test
    void whatIsSavedIsReadAgain(JenkinsRule r) throws Exception {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        saved(r, "global-1.xml").unmarshal(configuration);
        configuration.save();
        checkGlobal(new GoModulesConfiguration());
    }

    private static void checkGlobal(GoModulesConfiguration configuration) {
        GoModulesSettings settings = configuration.getSettings();
        GoProxy athens = settings.getProxies().get(0);
        assertEquals("athens", athens.getCredentialsId());
        assertTrue(settings.getProxies().get(1).isLoginRemoved());
        assertEquals(
                "{GOPROXY=https://athens.corp.example,https://goproxy.cn|direct, GOPRIVATE=git.corp.example,"
                        + " GONOPROXY=none, GONOSUMDB=git.corp.example,other.example, GOSUMDB=sum.golang.google.cn,"
                        + " GOINSECURE=old.corp.example, GOVCS=*:git}",
                settings.variables().toString());
        assertEquals("jenkins", settings.getHttpProxy());
        assertEquals("team/", settings.getHosts().get(0).getPath());
        assertEquals("deploy-key", settings.getHosts().get(0).getCredentialsId());
        assertEquals(
                List.of(10, 30, 0, 6, 32),
                List.of(
                        settings.getConnectTimeout(),
                        settings.getReadTimeout(),
                        settings.getTimeout(),
                        settings.getRetries(),
                        settings.getParallelism()));
        assertEquals(List.of("gosumdb"), settings.getLoginsRemoved());
        assertEquals(List.of("goproxy", "goprivate"), configuration.getAllowedOverrides());
        FailureAnalysisSettings analysis = configuration.getFailureAnalysis();
        assertEquals("all", analysis.getBuilds());
        assertEquals(20, analysis.getMaxLogSize());
        assertTrue(analysis.isArtifact());
        assertEquals("Call the network team.", analysis.usableRules().get(0).remedy());
    }

    @Test
    void thePropertiesOfFoldersJobsAndNodesAreRead(JenkinsRule r) throws Exception {
        GoModulesFolderProperty folder =
                (GoModulesFolderProperty) saved(r, "folder-1.xml").read();
        assertEquals("git.corp.example/team", folder.getSettings().getGoprivate());

        GoModulesJobProperty job = (GoModulesJobProperty) saved(r, "job-1.xml").read();
        assertEquals("off", job.getProxies().get(0).getUrl());
        assertEquals("notFound", job.getProxies().get(0).getNext());
        assertEquals(0, job.getRetries());
        assertNull(job.getTimeout());

        GoModulesNodeProperty node =
                (GoModulesNodeProperty) saved(r, "node-1.xml").read();
        assertEquals("/var/cache/go", node.getModCache());
    }

    @Test
    void noPasswordIsEverWritten(JenkinsRule r) throws Exception {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setProxies(List.of(new GoProxy("https://bot:s3cret@athens.corp.example?token=s3cret")));
        settings.setGosumdb("sum.golang.org https://bot:s3cret@sums.corp.example");
        settings.setGoprivate("https://bot:s3cret@git.corp.example");
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        configuration.setSettings(settings);

        File file = new File(r.jenkins.getRootDir(), configuration.getId() + ".xml");
        assertFalse(new XmlFile(file).asString().contains("s3cret"));
    }
}
