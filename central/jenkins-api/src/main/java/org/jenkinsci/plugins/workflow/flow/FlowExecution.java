package org.jenkinsci.plugins.workflow.flow;

import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** What runs a Pipeline and keeps its graph. There are no graphs here. */
public abstract class FlowExecution {
    public FlowExecutionOwner getOwner() {
        throw new UnsupportedOperationException("there are no graphs here");
    }

    public abstract List<FlowNode> getCurrentHeads();

    public abstract FlowNode getNode(String id) throws IOException;
}
