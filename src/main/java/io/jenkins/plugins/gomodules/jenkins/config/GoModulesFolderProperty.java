package io.jenkins.plugins.gomodules.jenkins.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import hudson.Extension;
import hudson.model.ItemGroup;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The settings of a folder, for what is in it and in folders in it. */
public final class GoModulesFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private GoModulesSettings settings = new GoModulesSettings();

    @DataBoundConstructor
    public GoModulesFolderProperty() {}

    public GoModulesSettings getSettings() {
        return settings == null ? new GoModulesSettings() : settings;
    }

    @DataBoundSetter
    public void setSettings(GoModulesSettings value) {
        settings = value == null ? new GoModulesSettings() : value;
    }

    /** {@code goModules} among the properties of folders. */
    @Extension(optional = true)
    @Symbol("goModules")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoModulesFolderProperty_displayName();
        }
    }

    /** Finds them. */
    @Extension(optional = true)
    public static final class Finder implements FolderSettings {
        @Override
        public Optional<GoModulesSettings> of(ItemGroup<?> folder) {
            if (!(folder instanceof AbstractFolder<?> found)) {
                return Optional.empty();
            }
            return Optional.ofNullable(found.getProperties().get(GoModulesFolderProperty.class))
                    .map(GoModulesFolderProperty::getSettings);
        }
    }
}
