package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import java.util.ArrayList;
import java.util.List;

/** The places whose settings count for an item. */
public final class SettingsLayers {
    /** How the outermost place is called. */
    public static final String GLOBAL = "global configuration";

    private SettingsLayers() {}

    /** The job's own, its folders', and those of all of Jenkins: the first in which a setting is found is the one in force. */
    public static List<SettingsLayer> of(Item item) {
        List<SettingsLayer> layers = new ArrayList<>();
        if (item instanceof Job<?, ?> job) {
            GoModulesJobProperty property = job.getProperty(GoModulesJobProperty.class);
            if (property != null) {
                layers.add(SettingsLayer.ofJob(job.getFullName(), property.getSettings()));
            }
        }
        ItemGroup<?> group = item instanceof ItemGroup<?> folder ? folder : item.getParent();
        while (group != null) {
            addFolder(layers, group);
            group = group instanceof Item inner ? inner.getParent() : null;
        }
        layers.add(new SettingsLayer(GLOBAL, GoModulesConfiguration.get().getSettings()));
        return List.copyOf(layers);
    }

    private static void addFolder(List<SettingsLayer> layers, ItemGroup<?> folder) {
        for (FolderSettings source : ExtensionList.lookup(FolderSettings.class)) {
            source.of(folder)
                    .ifPresent(settings -> layers.add(new SettingsLayer("folder " + folder.getFullName(), settings)));
        }
    }
}
