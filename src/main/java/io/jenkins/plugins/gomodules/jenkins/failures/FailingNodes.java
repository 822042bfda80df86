package io.jenkins.plugins.gomodules.jenkins.failures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the steps by which a Pipeline failed.
 *
 * <p>An error marks the step that it comes from and the end of every block on its way out. So the error at the end of the
 * Pipeline leads to the step that stopped it, and the branches that failed beside it lead to theirs; what {@code catchError}
 * made a note of counts too. Where a script has caught an error and put another in its place, or failed the build by other
 * means, it is what came shortly before.
 */
final class FailingNodes {
    private static final Set<String> NOTING = Set.of("catchError", "warnError");
    private static final int MAX_CAUGHT = 5;
    private static final int MAX_BEFORE = 5;

    /** How far back it is looked for what came before, in nodes. */
    private static final int MAX_BACK = 300;

    private final PipelineGraph graph;
    private final Set<PipelineNode> found = new LinkedHashSet<>();
    private final Set<Integer> errors = new HashSet<>();

    private FailingNodes(PipelineGraph graph) {
        this.graph = graph;
    }

    /**
     * The nodes that failed, the one that stopped the build first. Of a block that failed by itself it is its end.
     *
     * @param stopped whether the build has failed, or else is unstable: then only what is known to have made it so counts
     */
    static List<PipelineNode> of(PipelineGraph graph, boolean stopped) {
        FailingNodes nodes = new FailingNodes(graph);
        if (stopped && !graph.newestFirst().isEmpty()) {
            nodes.follow(graph.newestFirst().iterator().next());
        }
        nodes.followNoted();
        if (stopped && nodes.found.isEmpty()) {
            nodes.addCaught();
        }
        return List.copyOf(nodes.found);
    }

    /** Goes from where an error arrived to where it comes from. */
    private void follow(PipelineNode arrived) {
        if (!arrived.failed() || !errors.add(arrived.error())) {
            return;
        }
        List<PipelineNode> way = new ArrayList<>();
        for (PipelineNode node : graph.newestFirst()) {
            if (node.error() == arrived.error()) {
                way.add(node);
            }
        }
        PipelineNode origin = way.get(way.size() - 1);
        int before = found.size();
        if (origin.isEnd()) {
            // What went wrong in the block may have been told in other words at its end.
            graph.parents(origin).forEach(this::follow);
        }
        if (found.size() == before) {
            found.add(origin);
        }
        for (PipelineNode node : way) {
            if (node.isEnd() && node.parents().size() > 1) {
                graph.parents(node).forEach(this::follow);
            }
        }
    }

    private void followNoted() {
        for (PipelineNode node : graph.newestFirst()) {
            PipelineNode start = node.isEnd() && node.failed() ? graph.node(node.startId()) : null;
            if (start != null && NOTING.contains(start.function()) && !isForgiven(start)) {
                follow(node);
            }
        }
    }

    /** The block's body has a start of its own, within that of the step, which has the parameters. */
    private boolean isForgiven(PipelineNode start) {
        PipelineNode around = graph.enclosing(start);
        return start.forgiving() || around != null && around.function().equals(start.function()) && around.forgiving();
    }

    /** Nothing stopped the build, so the script itself called it failed, probably for one of these. */
    private void addCaught() {
        Collection<PipelineNode> nodes = graph.newestFirst();
        for (PipelineNode node : nodes) {
            if (!node.isEnd() && !node.start() && (node.failed() || node.doubtful()) && found.size() < MAX_CAUGHT) {
                found.add(node);
            }
        }
    }

    /**
     * What may have failed before a node in the same branch, the nearest first: steps whose error was caught, and steps that
     * told the script how they ended.
     */
    static List<PipelineNode> before(PipelineGraph graph, PipelineNode node) {
        List<PipelineNode> suspects = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<PipelineNode> around = new HashSet<>();
        for (PipelineNode each = graph.enclosing(node); each != null; each = graph.enclosing(each)) {
            around.add(each);
        }
        Deque<PipelineNode> todo = new ArrayDeque<>(graph.parents(node));
        while (!todo.isEmpty() && seen.size() < MAX_BACK && suspects.size() < MAX_BEFORE) {
            PipelineNode each = todo.removeFirst();
            if (!seen.add(each.id())) {
                continue;
            }
            if (!each.isEnd() && !each.start() && (each.error() >= 0 || each.doubtful())) {
                suspects.add(each);
            }
            if (!(each.branch() && around.contains(each))) {
                graph.parents(each).forEach(todo::addLast);
            }
        }
        return suspects;
    }
}
