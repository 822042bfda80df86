package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs a verification on the agent. What is saved of it is the step's parameters. */
final class GoModVerifyStepExecution extends AgentRunExecution<VerifyReport> {
    private static final long serialVersionUID = 1L;

    private final GoModVerifyStep step;

    GoModVerifyStepExecution(StepContext context, GoModVerifyStep step) {
        super(context);
        this.step = step;
    }

    @Override
    void launch() throws IOException, InterruptedException {
        StepContext context = getContext();
        FilePath directory = context.get(FilePath.class);
        VerifyCallable callable;
        try {
            callable = new VerifyCallable(
                    directory, context.get(EnvVars.class), context.get(TaskListener.class), step.options());
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModVerifyStepExecution_badParameter(e.getMessage()));
        }
        StepRecorder.of(context, "goModVerify").hosts(List.of());
        begin(new AgentVerification(directory, callable, this));
    }

    @Override
    public void ended(VerifyReport report) {
        StepContext context = getContext();
        try {
            CheckedVerifyReport checked = CheckedVerifyReport.check(report);
            StepRecorder.of(context, "goModVerify").verified(report);
            if (checked.failed()) {
                context.onFailure(new AbortException(checked.sentence()));
            } else {
                context.onSuccess(checked.toMap());
            }
        } catch (AbortException e) {
            context.onFailure(e);
        }
    }

    @Override
    String resumedMessage() {
        return Messages.GoModVerifyStepExecution_resumed();
    }

    @Override
    String lostMessage(String agent) {
        return Messages.GoModVerifyStepExecution_lost(agent);
    }

    @Override
    String lostTooOftenMessage(String agent, int times) {
        return Messages.GoModVerifyStepExecution_lostTooOften(agent, times);
    }

    @Override
    String notBackMessage(int seconds) {
        return Messages.GoModVerifyStepExecution_notBack(seconds);
    }
}
