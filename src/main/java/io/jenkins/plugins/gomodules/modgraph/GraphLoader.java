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
 */
final class GraphLoader {
    private final MainModules mains;
    private final CompletableFuture<ModuleGraph> result = new CompletableFuture<>();
    private final SerialQueue queue = new SerialQueue(result::completeExceptionally);
    private final SummaryCache summaries;
    private final boolean workspace;
    private final boolean pruned;

    GraphLoader(MainModules mains, GoModLoader loader) {
        this.mains = mains;
        this.summaries = new SummaryCache(mains, loader, queue);
        this.workspace = mains.work().isPresent();
        this.pruned = ModSummary.isAtLeast(mains.goVersion(), ModSummary.PRUNED_SINCE);
    }

    CompletableFuture<ModuleGraph> load() {
        queue.execute(this::start);
        return result;
    }

    private void start() {
        if (workspace) {
            WorkspaceReader reader = new WorkspaceReader(mains, summaries);
            reader.readWorkspace(() -> finish(reader));
        } else {
            readModule(roots());
        }
    }

    private void readModule(List<ModuleVersion> roots) {
        GraphReader reader = new GraphReader(mains, summaries);
        int mode = pruned ? GraphReader.PRUNED : GraphReader.UNPRUNED;
        reader.readModule(roots, mode, () -> moduleRead(reader, roots));
    }

    private void moduleRead(GraphReader reader, List<ModuleVersion> roots) {
        List<ModuleVersion> raised = new ArrayList<>(roots.size());
        boolean changed = false;
        for (ModuleVersion root : roots) {
            String selected = reader.graph.selected(root.path());
            changed |= !selected.equals(root.version());
            raised.add(new ModuleVersion(root.path(), selected));
        }
        if (pruned && changed && reader.failures().isEmpty()) {
            queue.execute(() -> readModule(raised));
        } else {
            finish(reader);
        }
    }

    private void finish(GraphReader reader) {
        List<GraphFailure> failures = reader.failures();
        if (failures.isEmpty()) {
            Set<ModuleVersion> fetched = new TreeSet<>();
            summaries.addFetched(fetched);
            result.complete(new ModuleGraph(mains, reader, fetched));
        } else {
            result.completeExceptionally(new ModuleGraphException(failures));
        }
    }

    /**
     * What the main module requires. With pruning, of two lines for one module only the higher counts, and a line for
     * the main module itself does not; without, the requirements of all of them do.
     */
    private List<ModuleVersion> roots() {
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
