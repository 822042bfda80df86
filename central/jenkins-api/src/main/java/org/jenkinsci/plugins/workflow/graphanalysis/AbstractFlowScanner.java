package org.jenkinsci.plugins.workflow.graphanalysis;

import java.util.Collection;
import java.util.Iterator;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public abstract class AbstractFlowScanner implements Iterable<FlowNode> {
    public boolean setup(Collection<FlowNode> heads) {
        throw new UnsupportedOperationException("there are no graphs here");
    }

    @Override
    public Iterator<FlowNode> iterator() {
        throw new UnsupportedOperationException("there are no graphs here");
    }
}
