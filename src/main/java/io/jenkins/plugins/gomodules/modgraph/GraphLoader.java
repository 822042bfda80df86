package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Loads a {@link ModuleGraph}. Mostly the graph is read once. But where go.mod names a lower version than gets selected,
 * the go command raises it there and reads again, since with pruning the higher version's requirements belong to the
 * graph; and so on until all that go.mod names is at its selected version.
 *
 * <p>Here and below, what runs later is an object of a class of its own and no lambda: a cold JVM takes longer for the
 * first lambdas than for the whole graph.
 */
final class GraphLoader implements GraphReader.Listener, Runnable {
    private final MainModules mains;
    private final CompletableFuture<ModuleGraph> result = new CompletableFuture<>();
    private final SerialQueue queue = new SerialQueue(result);
    private final SummaryCache summaries;
    private final boolean pruned;
    /** What to read the graph of the one main module from; unused in workspaces. */
    private List<ModuleVersion> roots = List.of();

    GraphLoader(MainModules mains, GoModLoader loader) {
        this.mains = mains;
        this.summaries = new SummaryCache(mains, loader, queue);
        this.pruned = ModSummary.isAtLeast(mains.goVersion(), ModSummary.PRUNED_SINCE);
    }

    CompletableFuture<ModuleGraph> load() {
        if (mains.work().isEmpty()) {
            roots = required();
        }
        queue.execute(this);
        return result;
    }

    /** Reads the graph. */
    @Override
    public void run() {
        if (mains.work().isPresent()) {
            new WorkspaceReader(mains, summaries, this).readWorkspace();
        } else {
            new GraphReader(mains, summaries, this)
                    .readModule(roots, pruned ? GraphReader.PRUNED : GraphReader.UNPRUNED);
        }
    }

    @Override
    public void graphRead(GraphReader reader) {
        List<GraphFailure> failures = reader.failures();
        if (!failures.isEmpty()) {
            result.completeExceptionally(new ModuleGraphException(failures));
        } else if (pruned && mains.work().isEmpty() && raiseRoots(reader.graph)) {
            queue.execute(this);
        } else {
            Set<ModuleVersion> fetched = new TreeSet<>();
            summaries.addFetched(fetched);
            result.complete(new ModuleGraph(mains, reader, fetched));
        }
    }

    private boolean raiseRoots(Requirements graph) {
        List<ModuleVersion> raised = new ArrayList<>(roots.size());
        for (ModuleVersion root : roots) {
            raised.add(new ModuleVersion(root.path(), graph.selected(root.path())));
        }
        boolean changed = !raised.equals(roots);
        roots = raised;
        return changed;
    }

    /**
     * What the main module requires. With pruning, of two lines for one module only the higher counts, and a line for
     * the main module itself does not; without, the requirements of all of them do.
     */
    private List<ModuleVersion> required() {
        List<Require> requires = mains.modules().get(0).goMod().requires();
        List<ModuleVersion> all = new ArrayList<>(requires.size());
        Map<String, ModuleVersion> highest = new LinkedHashMap<>();
        for (Require r : requires) {
            ModuleVersion module = r.module();
            if (mains.excluded(module)) {
                continue;
            }
            all.add(module);
            ModuleVersion other = highest.get(module.path());
            boolean higher = other == null || Requirements.isLess(other.version(), module.version());
            if (higher && !mains.contains(module.path())) {
                highest.put(module.path(), module);
            }
        }
        return pruned ? new ArrayList<>(highest.values()) : all;
    }
}
