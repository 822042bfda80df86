package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import io.jenkins.plugins.gomodules.verify.VerifyReport;

/** A verification on an agent, seen from the controller. */
final class AgentVerification extends AgentRun<VerifyReport> {

    AgentVerification(FilePath directory, VerifyCallable callable, Listener<VerifyReport> listener) {
        super(directory, callable, callable.id(), VerifyReport.class, listener);
    }

    @Override
    AbortException impossible() {
        return new AbortException(Messages.AgentVerification_impossible());
    }

    @Override
    AbortException failure(String ofAgent, Throwable thrown) {
        return new AbortException(
                thrown instanceof AbortException
                        ? ForeignText.line(thrown.getMessage())
                        : Messages.AgentVerification_ioFailure(
                                ofAgent, ForeignText.line(AgentReport.describe(thrown))));
    }
}
