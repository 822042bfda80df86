package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import java.util.Arrays;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SettingsLayersTest {
    private static GoModulesSettings settings(String goprivate) {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setGoprivate(goprivate);
        return settings;
    }

    private static void configure(Folder folder, String goprivate) throws Exception {
        GoModulesFolderProperty property = new GoModulesFolderProperty();
        property.setSettings(settings(goprivate));
        folder.addProperty(property);
    }

    private static List<String> names(List<SettingsLayer> layers) {
        return layers.stream()
                .map(layer -> layer.origin() + ": " + layer.settings().getGoprivate())
                .toList();
    }

    @Test
    void theInnermostPlaceComesFirst(JenkinsRule r) throws Exception {
        GoModulesConfiguration.get().setSettings(settings("all"));
        Folder team = r.createProject(Folder.class, "team");
        configure(team, "team");
        Folder plain = team.createProject(Folder.class, "plain");
        Folder apps = plain.createProject(Folder.class, "apps");
        configure(apps, "apps");
        WorkflowJob job = apps.createProject(WorkflowJob.class, "app");
        GoModulesJobProperty property = new GoModulesJobProperty();
        property.setGoprivate("job");
        job.addProperty(property);

        assertEquals(
                List.of(
                        "job team/plain/apps/app: job",
                        "folder team/plain/apps: apps",
                        "folder team: team",
                        "global configuration: all"),
                names(SettingsLayers.of(job)));
        assertEquals(List.of("folder team: team", "global configuration: all"), names(SettingsLayers.of(plain)));
    }

    @Test
    void withoutAnySettingsThereAreTheGlobalOnes(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "app");
        assertEquals(List.of("global configuration: null"), names(SettingsLayers.of(job)));
    }

    @Test
    void everythingMayBeOverriddenUntilSomethingIsLocked(JenkinsRule r) {
        GoModulesConfiguration configuration = GoModulesConfiguration.get();
        assertTrue(configuration.mayOverride(Overridable.GOSUMDB));

        configuration.setAllowedOverrides(List.of("", "goproxy"));
        assertTrue(configuration.mayOverride(Overridable.GOPROXY));
        assertFalse(configuration.mayOverride(Overridable.GOSUMDB));
        assertEquals(List.of("goproxy"), configuration.getAllowedOverrides());

        configuration.setAllowedOverrides(List.of(""));
        assertFalse(configuration.mayOverride(Overridable.GOPROXY));

        configuration.setAllowedOverrides(
                Arrays.stream(Overridable.values()).map(Overridable::id).toList());
        assertTrue(configuration.mayOverride(Overridable.GOSUMDB));
        assertNull(configuration.getAllowedOverrides(), "all, and what a later version adds");
    }
}
