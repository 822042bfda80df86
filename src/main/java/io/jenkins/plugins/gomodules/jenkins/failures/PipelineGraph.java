package io.jenkins.plugins.gomodules.jenkins.failures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a Pipeline, the last first. */
final class PipelineGraph {
    private static final int MAX_DEPTH = 200;

    private final Map<String, PipelineNode> nodes = new LinkedHashMap<>();

    /** @param newestFirst what encloses something else before it: ends before what is in their blocks */
    PipelineGraph(Collection<PipelineNode> newestFirst) {
        newestFirst.forEach(node -> nodes.put(node.id(), node));
    }

    Collection<PipelineNode> newestFirst() {
        return nodes.values();
    }

    /** The node, or null if it was not read: of a very long Pipeline the begin is left out. */
    PipelineNode node(String id) {
        return nodes.get(id);
    }

    /** The nodes before one, as far as they are known. */
    List<PipelineNode> parents(PipelineNode node) {
        List<PipelineNode> parents = new ArrayList<>();
        for (String id : node.parents()) {
            PipelineNode parent = nodes.get(id);
            if (parent != null) {
                parents.add(parent);
            }
        }
        return parents;
    }

    /** The start of the block that a node is in, of an end that around its whole block; null if there is none. */
    PipelineNode enclosing(PipelineNode node) {
        PipelineNode at = startOf(node);
        for (int i = 0; at != null && i <= nodes.size(); i++) {
            List<PipelineNode> parents = parents(at);
            if (parents.isEmpty()) {
                return null;
            }
            at = startOf(parents.get(0));
            if (at == parents.get(0) && at.start()) {
                return at;
            }
        }
        return null;
    }

    /** The start of the block that ends there; any other node itself. */
    PipelineNode startOf(PipelineNode node) {
        return node.isEnd() ? nodes.get(node.startId()) : node;
    }

    /** Whether a node is in a branch of a {@code parallel}. */
    boolean isInBranch(PipelineNode node) {
        PipelineNode around = startOf(node);
        for (int depth = 0; around != null && depth < MAX_DEPTH; depth++) {
            if (around.branch()) {
                return true;
            }
            around = enclosing(around);
        }
        return false;
    }

    /** The names of the stages and branches around a node, outermost first. */
    String path(PipelineNode node) {
        Deque<String> names = new ArrayDeque<>();
        PipelineNode around = startOf(node);
        for (int depth = 0; around != null && depth < MAX_DEPTH; depth++) {
            if (!around.name().isEmpty() && !around.name().equals(names.peekFirst())) {
                names.addFirst(around.name());
            }
            around = enclosing(around);
        }
        return String.join(" › ", names);
    }
}
