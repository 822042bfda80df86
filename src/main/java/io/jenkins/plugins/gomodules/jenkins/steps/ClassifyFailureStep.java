package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.jenkins.config.FormChecks;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;

/** {@code classifyFailure}: finds in a file or a text why something failed. */
public class ClassifyFailureStep extends Step {
    private String log;
    private String text;

    @DataBoundConstructor
    public ClassifyFailureStep() {}

    public String getLog() {
        return log;
    }

    /** @param value a file in the workspace, relative to the current directory */
    @DataBoundSetter
    public void setLog(String value) {
        log = Util.fixEmptyAndTrim(value);
    }

    public String getText() {
        return text;
    }

    @DataBoundSetter
    public void setText(String value) {
        text = Util.fixEmpty(value);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        if ((log == null) == (text == null)) {
            throw new IllegalArgumentException(Messages.ClassifyFailureStep_logOrText());
        }
        return new ClassifyFailureStepExecution(context, log, text);
    }

    @Symbol("classifyFailure")
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "classifyFailure";
        }

        @Override
        public String getDisplayName() {
            return Messages.ClassifyFailureStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }

        /** A check of syntax alone: it reads no file. */
        public FormValidation doCheckLog(@QueryParameter String value) {
            return FormChecks.pathInWorkspace(value);
        }
    }
}
