package io.jenkins.plugins.gomodules.jenkins.freestyle;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.gomodules.jenkins.steps.BuildPrefetch;
import io.jenkins.plugins.gomodules.jenkins.steps.GoModPrefetchStep;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;

/** <i>Prefetch Go modules</i>: {@code goModPrefetch} as a build step. */
public final class GoModPrefetchBuilder extends Builder implements SimpleBuildStep {
    private final GoModPrefetchStep step;

    /** @param step the parameters; null for those of {@code goModPrefetch()} */
    @DataBoundConstructor
    public GoModPrefetchBuilder(GoModPrefetchStep step) {
        this.step = step == null ? new GoModPrefetchStep() : step;
        this.step.forgetLogins();
    }

    /** What is read from a file was perhaps written by hand. */
    private Object readResolve() {
        return new GoModPrefetchBuilder(step);
    }

    public GoModPrefetchStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        BuildPrefetch.run(step, run, workspace, env, listener);
    }

    /** Without a symbol, which would be the step's. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.GoModPrefetchBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
