package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs a verification on the agent. What is saved of it is the step's parameters. */
final class GoModVerifyStepExecution extends AgentRunExecution<VerifyReport> {
    private static final long serialVersionUID = 1L;

    private final GoModVerifyStep step;

    private transient volatile Mask mask;

    GoModVerifyStepExecution(StepContext context, GoModVerifyStep step) {
        super(context);
        this.step = step;
    }

    @Override
    void prepare() throws AbortException {
        try {
            step.check();
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModVerifyStepExecution_badParameter(e.getMessage()));
        }
    }

    @Override
    void launch() throws IOException, InterruptedException {
        StepContext context = getContext();
        FilePath directory = context.get(FilePath.class);
        EnvVars env = context.get(EnvVars.class);
        TaskListener listener = context.get(TaskListener.class);
        StepPlace place = StepPlace.of(context.get(Run.class), directory.toComputer(), env, StepPlace.PIPELINE);
        VerifyCallable callable;
        try {
            SettingsInForce settings = SettingsInForce.find(step.settings(), place);
            List<BoundHost> hosts = step.isSumdb() ? settings.hosts().all() : List.of();
            List<HostSecret> secrets = new ArrayList<>();
            hosts.forEach(host -> host.secret().ifPresent(secrets::add));
            settings.httpProxyLogin().ifPresent(secrets::add);
            settings.warnings().forEach(line -> listener.getLogger().println("WARNING: " + line));
            mask = new Mask(secrets);
            callable = new VerifyCallable(
                    directory,
                    new AgentVariables(env, settings.origins()),
                    listener,
                    step.options(settings),
                    HostLogins.of(hosts),
                    mask);
        } catch (AbortException | IllegalArgumentException e) {
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
                context.onFailure(new AbortException(mask.apply(checked.sentence())));
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
