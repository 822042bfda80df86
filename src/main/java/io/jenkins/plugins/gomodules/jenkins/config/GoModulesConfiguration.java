package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.security.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;

/** <i>Manage Jenkins, System, Go Modules</i>, and {@code unclassified: goModules:} in configuration as code. */
@Extension
@Symbol("goModules")
public final class GoModulesConfiguration extends GlobalConfiguration {
    private static final Logger LOGGER = Logger.getLogger(GoModulesConfiguration.class.getName());

    private GoModulesSettings settings = new GoModulesSettings();
    /** Null: all, and so those that a later version adds. */
    private ArrayList<String> allowedOverrides;

    private FailureAnalysisSettings failureAnalysis = new FailureAnalysisSettings();

    public GoModulesConfiguration() {
        load();
    }

    /** The one of this Jenkins. */
    public static GoModulesConfiguration get() {
        return ExtensionList.lookupSingleton(GoModulesConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.GoModulesConfiguration_displayName();
    }

    /**
     * Administrators alone. {@code Jenkins/Manage} is for what cannot reach credentials; here credentials of the system are
     * bound to hosts, and a host of one's own would be given them.
     */
    @Override
    public Permission getRequiredGlobalConfigPagePermission() {
        return Jenkins.ADMINISTER;
    }

    public GoModulesSettings getSettings() {
        return settings;
    }

    @DataBoundSetter
    public void setSettings(GoModulesSettings value) {
        settings = value == null ? new GoModulesSettings() : value;
        if (settings.lostLogins()) {
            LOGGER.warning("A URL in the Go Modules configuration was given with a login in it, which was not kept."
                    + " Name a credential instead.");
        }
        save();
    }

    /**
     * The settings that jobs and steps may override, by {@link Overridable#id}; null for all, so that an export does not lock
     * what a later version adds. {@link #mayOverride} answers for one.
     */
    public List<String> getAllowedOverrides() {
        return allowedOverrides == null ? null : List.copyOf(allowedOverrides);
    }

    /**
     * @param value names as in {@link Overridable}; null for all
     * @throws IllegalArgumentException when one is not, which would lock what was meant
     */
    @DataBoundSetter
    public void setAllowedOverrides(List<String> value) {
        List<String> known = value == null
                ? everything()
                : value.stream()
                        .map(id -> KnownValues.orNull("allowedOverrides", id, everything()))
                        .filter(Objects::nonNull)
                        .toList();
        allowedOverrides = known.containsAll(everything()) ? null : new ArrayList<>(known);
        save();
    }

    /** What the form offers to lock. */
    public List<Overridable> getOverridable() {
        return List.of(Overridable.values());
    }

    /** Whether jobs and steps may override a setting. */
    public boolean mayOverride(Overridable setting) {
        return allowedOverrides == null || allowedOverrides.contains(setting.id());
    }

    public FailureAnalysisSettings getFailureAnalysis() {
        return failureAnalysis;
    }

    @DataBoundSetter
    public void setFailureAnalysis(FailureAnalysisSettings value) {
        failureAnalysis = value == null ? new FailureAnalysisSettings() : value;
        save();
    }

    private static List<String> everything() {
        return Arrays.stream(Overridable.values()).map(Overridable::id).toList();
    }
}
