package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Node;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;

/** Where the module cache of an agent is. */
public final class GoModulesNodeProperty extends NodeProperty<Node> {
    private final String modCache;

    /** @param modCache an absolute path on the agent */
    @DataBoundConstructor
    public GoModulesNodeProperty(String modCache) {
        this.modCache = Util.fixEmptyAndTrim(modCache);
    }

    /** The path, or null if the agent's environment decides. */
    public String getModCache() {
        return modCache;
    }

    /** {@code goModules} among the properties of agents. */
    @Extension
    @Symbol("goModules")
    public static final class DescriptorImpl extends NodePropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoModulesNodeProperty_displayName();
        }

        /** A check of syntax alone. */
        public FormValidation doCheckModCache(@QueryParameter String value) {
            return FormChecks.absolutePath(value);
        }
    }
}
