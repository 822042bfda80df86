package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the requirement graph from given roots. Every go.mod file is asked for as soon as anything requires it; nothing
 * waits for others of its level. Used only by tasks of one {@link SerialQueue}.
 *
 * @see <a href="https://go.dev/ref/mod#graph-pruning">Module graph pruning</a>
 */
class GraphReader {
    /** Read a module's requirements; theirs only if the module is too old to name all that it needs. */
    static final int PRUNED = 1;
    /** Read everything below a module. */
    static final int UNPRUNED = 2;
    /** Read a module's requirements, and theirs as the module's go line says. */
    static final int WORKSPACE = 4;

    final Requirements graph;
    final MainModules mains;
    final Map<ModuleVersion, GraphNode> nodes = new HashMap<>();
    final SummaryCache summaries;
    private final ArrayDeque<GraphNode> unexpanded = new ArrayDeque<>();
    private final Listener listener;
    private int loading;

    /** Told when a graph has been read. */
    interface Listener {
        /** All has been read, as far as it can be. */
        void graphRead(GraphReader reader);
    }

    /** Goes on when a go.mod file has arrived. */
    private final class Arrival implements Runnable {
        private final GraphNode node;

        Arrival(GraphNode node) {
            this.node = node;
        }

        @Override
        public void run() {
            loading--;
            loaded(node);
            settle();
        }
    }

    /**
     * Prepares to read.
     *
     * @param listener told once, by the method that starts to read or by a task of the queue
     */
    GraphReader(MainModules mains, SummaryCache summaries, Listener listener) {
        this.mains = mains;
        this.summaries = summaries;
        this.listener = listener;
        List<ModuleVersion> roots = new ArrayList<>();
        for (MainModule module : mains.modules()) {
            roots.add(module.version());
        }
        Collections.sort(roots); // As the go command lists them.
        this.graph = new Requirements(roots);
    }

    /** Reads the graph of the one main module from these requirements of it. */
    final void readModule(List<ModuleVersion> roots, int mode) {
        graph.require(mains.modules().get(0).version(), roots);
        enqueueAll(roots, mode);
        settle();
    }

    /** Sees to it that a module's go.mod file is read, and what the mode says of the modules below. */
    final void enqueue(ModuleVersion module, int mode) {
        GraphNode node = nodes.get(module);
        if (node == null) {
            node = new GraphNode(module);
            nodes.put(module, node);
        }
        if ((node.modes & mode) != 0) {
            return;
        }
        node.modes |= mode;
        if (node.summary != null) {
            unexpanded.add(node);
        } else if (node.entry == null && !isInConflict(node)) {
            load(node);
        }
    }

    private void enqueueAll(List<ModuleVersion> modules, int mode) {
        for (int i = 0; i < modules.size(); i++) {
            enqueue(modules.get(i), mode);
        }
    }

    /** Whether it cannot be said where the module comes from; the node fails then. */
    final boolean isInConflict(GraphNode node) {
        Optional<String> conflict = mains.conflict(node.module);
        if (conflict.isPresent()) {
            node.failure = new GoModException(GoModException.SYNTAX, conflict.get());
        }
        return conflict.isPresent();
    }

    private void load(GraphNode node) {
        node.entry = summaries.get(node.module);
        if (node.entry.isDone()) {
            loaded(node);
            return;
        }
        loading++;
        node.entry.whenDone(new Arrival(node));
    }

    private void loaded(GraphNode node) {
        node.take();
        if (node.summary != null) {
            graph.require(node.module, node.summary.requires);
            unexpanded.add(node);
        }
    }

    /** Goes on as far as is possible without waiting. */
    final void settle() {
        do {
            while (!unexpanded.isEmpty()) {
                expand(unexpanded.remove());
            }
        } while (loading == 0 && readMore());
        if (loading == 0) {
            listener.graphRead(this);
        }
    }

    /**
     * Called whenever all that is enqueued has been read.
     *
     * @return whether it enqueued anything
     */
    boolean readMore() {
        return false;
    }

    private void expand(GraphNode node) {
        int modes = node.modes & ~node.expanded;
        node.expanded = node.modes;
        if ((modes & UNPRUNED) != 0) {
            enqueueAll(node.summary.requires, UNPRUNED);
        }
        int own = node.summary.pruned ? PRUNED : UNPRUNED;
        if ((modes & WORKSPACE) != 0 || (modes & PRUNED) != 0 && own == UNPRUNED) {
            enqueueAll(node.summary.requires, own);
        }
    }

    /** The summary of a module whose go.mod file is in the graph; null for others. */
    final ModSummary summary(ModuleVersion module) {
        GraphNode node = nodes.get(module);
        return node == null ? null : node.summary;
    }

    /** What failed, those nearest to the main modules first. */
    final List<GraphFailure> failures() {
        boolean failed = false;
        for (GraphNode node : nodes.values()) {
            failed |= node.failure != null;
        }
        return failed ? failuresWithPaths() : Collections.emptyList();
    }

    private List<GraphFailure> failuresWithPaths() {
        List<GraphFailure> failures = new ArrayList<>();
        Map<ModuleVersion, ModuleVersion> parents = graph.firstRequiredBy();
        for (ModuleVersion module : parents.keySet()) {
            GraphNode node = nodes.get(module);
            if (node != null && node.failure != null) {
                ArrayDeque<ModuleVersion> path = new ArrayDeque<>();
                for (ModuleVersion m = module; m != null; m = parents.get(m)) {
                    path.addFirst(m);
                }
                failures.add(new GraphFailure(module, List.copyOf(path), node.failure, hint(module)));
            }
        }
        return failures;
    }

    /** What to do about a workspace's module that is required at a version which cannot be had. */
    private String hint(ModuleVersion module) {
        boolean sibling = mains.work().isPresent() && mains.contains(module.path());
        if (!sibling || mains.source(module).replacedBy().isPresent()) {
            return "";
        }
        return module.path()
                + " is part of the workspace, but the go.mod file of the version that is required counts too."
                + " Require a published version, or replace this one in go.work: go work edit -replace=" + module
                + "=./dir";
    }
}
