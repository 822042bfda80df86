package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** A node of a Pipeline's graph. There are no graphs here: of a step's node, the id alone is known. */
public abstract class FlowNode extends Actionable implements Saveable {
    private final String id;

    protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    public final FlowExecution getExecution() {
        throw new UnsupportedOperationException("there are no graphs here");
    }

    public List<FlowNode> getParents() {
        throw new UnsupportedOperationException("there are no graphs here");
    }

    public final ErrorAction getError() {
        return getPersistentAction(ErrorAction.class);
    }

    public final <T extends Action> T getPersistentAction(Class<T> type) {
        return getAction(type);
    }

    protected abstract String getTypeDisplayName();

    @Override
    public String getDisplayName() {
        return getTypeDisplayName();
    }

    @Override
    public void save() throws IOException {}
}
