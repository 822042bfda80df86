package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.model.Run;

/** A build that failed for a known cause, in the list of its job. */
public final class FailedBuild {
    private final Run<?, ?> build;
    private final FailurePage page;

    FailedBuild(Run<?, ?> build, FailurePage page) {
        this.build = build;
        this.page = page;
    }

    public Run<?, ?> getBuild() {
        return build;
    }

    public FailurePage getPage() {
        return page;
    }
}
