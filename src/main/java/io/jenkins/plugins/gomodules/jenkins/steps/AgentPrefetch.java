package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;

/** A prefetch on an agent, seen from the controller. */
final class AgentPrefetch extends AgentRun<PrefetchReport> {

    AgentPrefetch(FilePath directory, PrefetchCallable callable, Listener<PrefetchReport> listener) {
        super(directory, callable, callable.id(), PrefetchReport.class, listener);
    }

    @Override
    AbortException impossible() {
        return AgentReport.impossible();
    }

    @Override
    AbortException failure(String ofAgent, Throwable thrown) {
        return AgentReport.failure(ofAgent, thrown);
    }
}
