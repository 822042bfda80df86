package org.jenkinsci.plugins.workflow.actions;

import hudson.console.AnnotatedLargeText;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public abstract class LogAction implements PersistentAction {
    public abstract AnnotatedLargeText<? extends FlowNode> getLogText();

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "log";
    }
}
