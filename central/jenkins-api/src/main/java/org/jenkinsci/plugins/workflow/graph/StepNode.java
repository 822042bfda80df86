package org.jenkinsci.plugins.workflow.graph;

import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A node that a step made. */
public interface StepNode {
    StepDescriptor getDescriptor();
}
