package hudson.model;

import jenkins.model.CauseOfInterruption;

/** What runs a build; here only the means to interrupt one. */
public class Executor extends Thread {
    public Executor(Computer owner, int n) {
        super("Executor #" + n + " for " + owner.getDisplayName());
    }

    @Override
    public void interrupt() {
        interrupt(Result.ABORTED);
    }

    public void interrupt(Result result) {
        interrupt(result, new CauseOfInterruption[0]);
    }

    public void interrupt(Result result, CauseOfInterruption... causes) {
        throw new UnsupportedOperationException("this executor runs nothing");
    }
}
