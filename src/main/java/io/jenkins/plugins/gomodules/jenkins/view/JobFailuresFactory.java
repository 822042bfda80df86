package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives every job its {@link JobFailures}, which costs nothing until a page asks it. */
@SuppressWarnings("rawtypes")
@Extension
public final class JobFailuresFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        return List.of(new JobFailures((Job<?, ?>) job));
    }
}
