package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code withGoModules}: gives a block the GO* variables, and to Git, ssh and the go command in it the credentials of the
 * hosts that they are bound to.
 */
public class WithGoModulesStep extends GoModulesStep {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public WithGoModulesStep() {}

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new WithGoModulesStepExecution(context, this);
    }

    @Symbol("withGoModules")
    @Extension
    public static final class DescriptorImpl extends GoModulesStepDescriptor {
        @Override
        public String getFunctionName() {
            return "withGoModules";
        }

        @Override
        public String getDisplayName() {
            return Messages.WithGoModulesStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, Launcher.class, EnvVars.class, TaskListener.class, Run.class);
        }
    }
}
