package org.jenkinsci.plugins.workflow.actions;

public class ErrorAction implements PersistentAction {
    private final Throwable error;

    public ErrorAction(Throwable error) {
        this.error = error;
    }

    public Throwable getError() {
        return error;
    }

    public static boolean equals(Throwable t1, Throwable t2) {
        return t1 == t2;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return error.getMessage();
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
