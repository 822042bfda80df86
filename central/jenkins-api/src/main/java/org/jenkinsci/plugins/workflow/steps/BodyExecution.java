package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;

public abstract class BodyExecution implements Future<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    public abstract Collection<StepExecution> getCurrentExecutions();

    public boolean cancel(Throwable error) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cancel(boolean interrupt) {
        return cancel(new InterruptedException());
    }
}
