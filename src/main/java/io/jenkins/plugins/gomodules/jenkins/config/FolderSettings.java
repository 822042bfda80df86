package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import java.util.Optional;

/** Where settings of folders come from; there is none without the plugin that has folders. */
public interface FolderSettings extends ExtensionPoint {
    /** What is set for this folder; empty if it is none, or has nothing. */
    Optional<GoModulesSettings> of(ItemGroup<?> folder);
}
