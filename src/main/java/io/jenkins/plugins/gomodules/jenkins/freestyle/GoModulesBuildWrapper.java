package io.jenkins.plugins.gomodules.jenkins.freestyle;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildWrapperDescriptor;
import io.jenkins.plugins.gomodules.jenkins.steps.BuildBlock;
import io.jenkins.plugins.gomodules.jenkins.steps.WithGoModulesStep;
import java.io.IOException;
import jenkins.tasks.SimpleBuildWrapper;
import org.kohsuke.stapler.DataBoundConstructor;

/** <i>Go modules environment</i>: {@code withGoModules} around all steps of a build. */
public final class GoModulesBuildWrapper extends SimpleBuildWrapper {
    private final WithGoModulesStep step;

    /** @param step the parameters; null for those of {@code withGoModules()} */
    @DataBoundConstructor
    public GoModulesBuildWrapper(WithGoModulesStep step) {
        this.step = step == null ? new WithGoModulesStep() : step;
        this.step.forgetLogins();
    }

    /** What is read from a file was perhaps written by hand. */
    private Object readResolve() {
        return new GoModulesBuildWrapper(step);
    }

    public WithGoModulesStep getStep() {
        return step;
    }

    @Override
    public void setUp(
            Context context,
            Run<?, ?> build,
            FilePath workspace,
            Launcher launcher,
            TaskListener listener,
            EnvVars initialEnvironment)
            throws IOException, InterruptedException {
        BuildBlock block = BuildBlock.find(step, build, workspace, initialEnvironment, listener);
        BuildMasks.put(build, block.mask());
        block.open(launcher, listener);
        context.setDisposer(new TakeAway(block));
        // A Pipeline saves what a wrapper sets.
        block.environment(build instanceof AbstractBuild).forEach(context::env);
    }

    /** Asked for before anything is set up where the build is no Pipeline. */
    @Override
    public ConsoleLogFilter createLoggerDecorator(Run<?, ?> build) {
        return BuildMasks.filter(build);
    }

    private static final class TakeAway extends Disposer {
        private static final long serialVersionUID = 1L;

        private final BuildBlock block;

        TakeAway(BuildBlock block) {
            this.block = block;
        }

        @Override
        public void tearDown(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener) {
            block.close(workspace, launcher);
        }
    }

    /** Without a symbol, which would be the step's. */
    @Extension
    public static final class DescriptorImpl extends BuildWrapperDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoModulesBuildWrapper_displayName();
        }

        @Override
        public boolean isApplicable(AbstractProject<?, ?> item) {
            return true;
        }
    }
}
