package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.failure.UserRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;

/** Which failed builds are read for a cause, how far, and what administrators add to the catalog of causes. */
public final class FailureAnalysisSettings implements Describable<FailureAnalysisSettings>, Serializable {
    private static final long serialVersionUID = 1L;

    /** For {@link #getBuilds}: those that use a step of this plugin. */
    public static final String STEPS = "steps";

    /** For {@link #getBuilds}: all that fail. */
    public static final String ALL = "all";

    /** For {@link #getBuilds}: none. */
    public static final String NONE = "none";

    /** How much of a log is read, in MiB, unless something else is set. */
    public static final int DEFAULT_MAX_LOG_SIZE = 100;

    private static final int MAX_LOG_SIZE_LIMIT = 10_000;

    private String builds;
    private ArrayList<OwnRule> rules;
    private Integer maxLogSize;
    private boolean artifact;

    @DataBoundConstructor
    public FailureAnalysisSettings() {}

    /** {@link #STEPS}, {@link #ALL} or {@link #NONE}. */
    public String getBuilds() {
        return ALL.equals(builds) || NONE.equals(builds) ? builds : STEPS;
    }

    /** @throws IllegalArgumentException when it is none of the three, nor blank */
    @DataBoundSetter
    public void setBuilds(String value) {
        builds = KnownValues.orNull("builds", value, List.of(STEPS, ALL, NONE));
    }

    public List<OwnRule> getRules() {
        return rules == null
                ? List.of()
                : rules.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setRules(List<OwnRule> value) {
        rules = value == null ? null : new ArrayList<>(value);
    }

    /** How much of a log is read, in MiB, 1 or more. */
    public int getMaxLogSize() {
        return maxLogSize == null || maxLogSize < 1 ? DEFAULT_MAX_LOG_SIZE : maxLogSize;
    }

    @DataBoundSetter
    public void setMaxLogSize(int value) {
        maxLogSize = value;
    }

    /** Whether the result is also kept as a JSON artifact of the build. */
    public boolean isArtifact() {
        return artifact;
    }

    @DataBoundSetter
    public void setArtifact(boolean value) {
        artifact = value;
    }

    /** The rules that can be used, in their order; of several with one id the first. */
    public List<UserRule> usableRules() {
        Map<String, UserRule> usable = new LinkedHashMap<>();
        for (OwnRule each : getRules()) {
            UserRule rule = each.rule();
            if (rule.check().isEmpty()) {
                usable.putIfAbsent(rule.id(), rule);
            }
        }
        return List.copyOf(usable.values());
    }

    /** A part of the global configuration. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<FailureAnalysisSettings> {
        @Override
        public String getDisplayName() {
            return Messages.FailureAnalysisSettings_displayName();
        }

        public ListBoxModel doFillBuildsItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.FailureAnalysisSettings_buildsSteps(), STEPS);
            items.add(Messages.FailureAnalysisSettings_buildsAll(), ALL);
            items.add(Messages.FailureAnalysisSettings_buildsNone(), NONE);
            return items;
        }

        /** A check of syntax alone. */
        public FormValidation doCheckMaxLogSize(@QueryParameter String value) {
            return FormChecks.number(value, 1, MAX_LOG_SIZE_LIMIT);
        }
    }
}
