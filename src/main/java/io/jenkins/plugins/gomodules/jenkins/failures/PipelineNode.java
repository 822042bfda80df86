package io.jenkins.plugins.gomodules.jenkins.failures;

import java.util.List;

/**
 * A node of a Pipeline's graph, as far as it matters for what failed. A step without a block is one node; a block is a start
 * and an end, and what is in it lies between.
 *
 * @param id the node's id
 * @param function the name of the step that made it; "" for the Pipeline's own start and end
 * @param start whether it is the start of a block
 * @param startId of the end of a block the node of its start; else ""
 * @param parents the nodes that came before; several for the end of a {@code parallel}
 * @param error tells errors apart: the same number is the same error on its way out; -1 for none
 * @param interrupted whether it was ended from outside, as what runs beside a branch that failed is
 * @param message what the error says
 * @param name of a start: the stage or branch that it begins; "" for none
 * @param branch whether it begins a branch of a {@code parallel}
 * @param doubtful whether it may have failed although it has no error: it returns its status, or warns
 * @param forgiving of a {@code catchError}: whether the build is none the worse for an error in it
 */
record PipelineNode(
        String id,
        String function,
        boolean start,
        String startId,
        List<String> parents,
        int error,
        boolean interrupted,
        String message,
        String name,
        boolean branch,
        boolean doubtful,
        boolean forgiving) {

    PipelineNode {
        parents = List.copyOf(parents);
    }

    boolean isEnd() {
        return !startId.isEmpty();
    }

    /** Whether it failed by itself or by what is in it. */
    boolean failed() {
        return error >= 0 && !interrupted;
    }
}
