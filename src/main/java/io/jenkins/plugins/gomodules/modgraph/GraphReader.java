package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the requirement graph from given roots. Every go.mod file is asked for as soon as anything requires it; nothing
 * waits for others of its level. Used only by tasks of one {@link SerialQueue}.
 *
 * @see <a href="https://go.dev/ref/mod#graph-pruning">Module graph pruning</a>
 */
final class GraphReader {
    /** Read a module's requirements; theirs only if the module is too old to name all that it needs. */
    static final int PRUNED = 1;
    /** Read everything below a module. */
    static final int UNPRUNED = 2;
    /** Read a module's requirements, and theirs as the module's go line says. */
    static final int WORKSPACE = 4;

    final Requirements graph;
    private final MainModules mains;
    private final SummaryCache summaries;
    private final Runnable whenDone;
    private final Map<ModuleVersion, Node> nodes = new HashMap<>();
    private final ArrayDeque<Node> unexpanded = new ArrayDeque<>();
    private final Set<ModuleVersion> reread = new HashSet<>();
    private Set<String> workspacePaths = Set.of();
    private int loading;

    /** A module version in the graph. */
    private static final class Node {
        final ModuleVersion module;
        SummaryCache.Entry entry;
        ModSummary summary;
        Throwable failure;
        int modes;
        int expanded;

        Node(ModuleVersion module) {
            this.module = module;
        }
    }

    /**
     * Prepares to read.
     *
     * @param whenDone run once, when all has been read, from {@link #read} or a task of the queue
     */
    GraphReader(MainModules mains, SummaryCache summaries, Runnable whenDone) {
        this.mains = mains;
        this.summaries = summaries;
        this.whenDone = whenDone;
        List<ModuleVersion> roots = new ArrayList<>();
        for (MainModule module : mains.modules()) {
            roots.add(module.version());
        }
        Collections.sort(roots); // As the go command lists them.
        this.graph = new Requirements(roots);
    }

    /** Reads the graph of the one main module, from these requirements of it. */
    void readModule(List<ModuleVersion> roots, int mode) {
        graph.require(mains.modules().get(0).version(), roots);
        for (ModuleVersion root : roots) {
            enqueue(root, mode);
        }
        settle();
    }

    /** Reads the graph of a workspace. */
    void readWorkspace() {
        workspacePaths = new HashSet<>();
        for (MainModule module : mains.modules()) {
            Node node = new Node(module.version());
            node.summary = new ModSummary(module.goMod(), mains.excludes());
            nodes.put(node.module, node);
            graph.require(node.module, node.summary.requires);
            workspacePaths.add(module.path());
            enqueue(node.module, WORKSPACE);
        }
        settle();
    }

    private void enqueue(ModuleVersion module, int mode) {
        Node node = nodes.get(module);
        if (node == null) {
            node = new Node(module);
            nodes.put(module, node);
        }
        if ((node.modes & mode) != 0) {
            return;
        }
        node.modes |= mode;
        if (node.summary != null) {
            unexpanded.add(node);
        } else if (node.entry == null && node.failure == null) {
            load(node);
        }
    }

    private void load(Node node) {
        if (isInConflict(node)) {
            return;
        }
        SummaryCache.Entry entry = summaries.get(node.module);
        node.entry = entry;
        if (entry.isDone()) {
            loaded(node);
        } else {
            loading++;
            entry.whenDone(() -> {
                loading--;
                loaded(node);
                settle();
            });
        }
    }

    private boolean isInConflict(Node node) {
        Optional<String> conflict = mains.conflict(node.module);
        if (conflict.isPresent()) {
            node.failure = new GoModException(GoModException.SYNTAX, conflict.get());
        }
        return conflict.isPresent();
    }

    /** Selected modules are wanted even if nothing had to know what they require. */
    private void checkSelected() {
        for (ModuleVersion module : graph.buildList()) {
            if (!nodes.containsKey(module)) {
                Node node = new Node(module);
                if (isInConflict(node)) {
                    nodes.put(module, node);
                }
            }
        }
    }

    private void loaded(Node node) {
        SummaryCache.Entry entry = node.entry;
        node.failure = entry.failure != null ? entry.failure : mismatch(node.module, entry);
        if (node.failure == null) {
            node.summary = entry.summary;
            graph.require(node.module, node.summary.requires);
            unexpanded.add(node);
        }
    }

    /** A module has to call itself by the path it is required by, or by that of its replacement. */
    private static GoModException mismatch(ModuleVersion module, SummaryCache.Entry entry) {
        ModuleVersion fetched = entry.source.module();
        String declared = entry.summary.goMod.modulePath().orElse("");
        if (entry.source.isLocal() || declared.equals(module.path()) || declared.equals(fetched.path())) {
            return null;
        }
        if (declared.isEmpty()) {
            return new GoModException(
                    GoModException.SYNTAX,
                    "the go.mod file of " + fetched + " has no module line. Require another version of it.");
        }
        return new GoModException(
                GoModException.PATH_MISMATCH,
                "the go.mod file of " + fetched + " declares the module path " + declared + ", but it is required as "
                        + module.path() + ". Require it as " + declared
                        + ", or, for a fork, say so with a replace line: "
                        + "replace " + declared + " => " + fetched.path() + " " + fetched.version());
    }

    private void settle() {
        do {
            while (!unexpanded.isEmpty()) {
                expand(unexpanded.remove());
            }
        } while (loading == 0 && rereadSelected());
        if (loading == 0) {
            if (mains.modules().size() > 1) {
                checkSelected();
            }
            whenDone.run();
        }
    }

    private void expand(Node node) {
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

    private void enqueueAll(List<ModuleVersion> modules, int mode) {
        for (int i = 0; i < modules.size(); i++) {
            enqueue(modules.get(i), mode);
        }
    }

    /**
     * In a workspace, one module's requirement may raise the version that another one sees; then the go.mod of the other
     * does not tell what that version needs. So for each such module the selected version is read like a main module,
     * until nothing new gets selected.
     *
     * @return whether there was anything to read
     */
    private boolean rereadSelected() {
        Set<ModuleVersion> found = new HashSet<>();
        for (String path : workspacePaths) {
            ModuleVersion module = new ModuleVersion(path, graph.selected(path));
            if (!reread.contains(module)) {
                found.add(module);
                continue;
            }
            for (ModuleVersion r : graph.requiredBy(module)) {
                String selected = graph.selected(r.path());
                ModuleVersion raised = new ModuleVersion(r.path(), selected);
                if (Requirements.isLess(r.version(), selected) && !reread.contains(raised)) {
                    found.add(raised);
                }
            }
        }
        for (ModuleVersion module : found) {
            reread.add(module);
            workspacePaths.add(module.path());
            enqueue(module, WORKSPACE);
        }
        return !found.isEmpty();
    }

    /** The summary of a module whose go.mod file is in the graph; null for others. */
    ModSummary summary(ModuleVersion module) {
        Node node = nodes.get(module);
        return node == null ? null : node.summary;
    }

    /** What failed, those nearest to the main modules first. */
    List<GraphFailure> failures() {
        List<GraphFailure> failures = new ArrayList<>();
        for (Node node : nodes.values()) {
            if (node.failure != null) {
                return inOrder();
            }
        }
        return failures;
    }

    private List<GraphFailure> inOrder() {
        List<GraphFailure> failures = new ArrayList<>();
        Map<ModuleVersion, ModuleVersion> parents = graph.firstRequiredBy();
        for (ModuleVersion module : parents.keySet()) {
            Node node = nodes.get(module);
            if (node != null && node.failure != null) {
                ArrayDeque<ModuleVersion> path = new ArrayDeque<>();
                for (ModuleVersion m = module; m != null; m = parents.get(m)) {
                    path.addFirst(m);
                }
                failures.add(new GraphFailure(module, List.copyOf(path), node.failure));
            }
        }
        return failures;
    }
}
