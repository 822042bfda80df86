package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the graph of a workspace.
 *
 * <p>One module's requirement may raise the version that another one gets; then the other one's go.mod does not tell what
 * that version needs. So for each module that a main module requires, directly or through such a raise, the selected
 * version is read like a main module, until nothing new gets selected. This happens in steps, each once all before it
 * has been read, since what is selected in between depends on the order of arrival.
 *
 * @see <a href="https://go.dev/ref/mod#workspaces">Workspaces</a>
 */
final class WorkspaceReader extends GraphReader {
    private final Set<String> paths = new HashSet<>();
    private final Set<ModuleVersion> read = new HashSet<>();

    WorkspaceReader(MainModules mains, SummaryCache summaries, Listener listener) {
        super(mains, summaries, listener);
    }

    /** Reads the graph. */
    void readWorkspace() {
        for (MainModule module : mains.modules()) {
            GraphNode node = new GraphNode(module.version());
            node.summary = summaries.summarize(module.goMod());
            nodes.put(node.module, node);
            graph.require(node.module, node.summary.requires);
            paths.add(module.path());
            enqueue(node.module, WORKSPACE);
        }
        settle();
    }

    @Override
    boolean readMore() {
        Set<ModuleVersion> raised = new HashSet<>();
        for (String path : paths) {
            ModuleVersion module = new ModuleVersion(path, graph.selected(path));
            if (!read.contains(module)) {
                raised.add(module);
                continue;
            }
            for (ModuleVersion r : graph.requiredBy(module)) {
                ModuleVersion selected = new ModuleVersion(r.path(), graph.selected(r.path()));
                if (Requirements.isLess(r.version(), selected.version()) && !read.contains(selected)) {
                    raised.add(selected);
                }
            }
        }
        for (ModuleVersion module : raised) {
            read.add(module);
            paths.add(module.path());
            enqueue(module, WORKSPACE);
        }
        if (raised.isEmpty()) {
            checkReplacements();
        }
        return !raised.isEmpty();
    }

    /** Selected modules are wanted even where nothing had to know what they require. */
    private void checkReplacements() {
        for (ModuleVersion module : graph.buildList()) {
            if (!nodes.containsKey(module)) {
                GraphNode node = new GraphNode(module);
                if (isInConflict(node)) {
                    nodes.put(module, node);
                }
            }
        }
    }
}
