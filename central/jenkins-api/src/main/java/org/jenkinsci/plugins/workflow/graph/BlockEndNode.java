package org.jenkinsci.plugins.workflow.graph;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class BlockEndNode<START extends BlockStartNode> extends FlowNode {
    private final START start;

    public BlockEndNode(FlowExecution exec, String id, START start, FlowNode... parents) {
        super(exec, id, parents);
        this.start = start;
    }

    public START getStartNode() {
        return start;
    }
}
