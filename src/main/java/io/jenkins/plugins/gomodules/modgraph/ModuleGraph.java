package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The requirement graph of a project, loaded, and what follows from it. Immutable.
 *
 * @see <a href="https://go.dev/ref/mod#minimal-version-selection">Minimal version selection</a>
 */
public final class ModuleGraph {
    private final List<ModuleVersion> buildList;
    private final List<ModuleVersion> zips;
    private final List<ModuleVersion> goModFiles;
    private final List<GoModChange> changes;
    private final List<String> notices;
    private final String goVersion;
    private final String goVersionRequiredBy;

    ModuleGraph(MainModules mains, GraphReader reader, Set<ModuleVersion> fetched) {
        this.buildList = List.copyOf(reader.graph.buildList());
        this.zips = List.copyOf(zips(mains, reader.graph, buildList));
        Set<ModuleVersion> all = new TreeSet<>(fetched);
        all.addAll(zips);
        this.goModFiles = List.copyOf(all);
        GraphReview review = new GraphReview(mains, reader);
        this.changes = List.copyOf(review.changes());
        this.notices = List.copyOf(review.notices());
        this.goVersion = review.goVersion();
        this.goVersionRequiredBy = review.goVersionRequiredBy();
    }

    /**
     * Loads the graph: gets go.mod files, as many at once as are known to be needed, until no more are.
     *
     * @param mains the project; not one that is {@linkplain MainModules#vendored() vendored}, which needs no graph
     * @param loader gets go.mod files
     * @return completes on a thread of the loader, exceptionally with a {@link ModuleGraphException} that names every
     *     go.mod file that could not be had, once all the others have been tried
     */
    public static CompletableFuture<ModuleGraph> load(MainModules mains, GoModLoader loader) {
        return new GraphLoader(mains, loader).load();
    }

    /**
     * What {@code go mod download} downloads: in a single module without a go line before 1.17, the modules that go.mod
     * names; otherwise the whole build list.
     */
    private static Set<ModuleVersion> zips(MainModules mains, Requirements graph, List<ModuleVersion> buildList) {
        Set<ModuleVersion> zips = new LinkedHashSet<>();
        if (mains.onlyRequired()) {
            for (Require r : mains.modules().get(0).goMod().requires()) {
                String selected = graph.selected(r.module().path());
                if (selected != null && !selected.isEmpty()) {
                    addZip(zips, mains, new ModuleVersion(r.module().path(), selected));
                }
            }
        } else {
            for (ModuleVersion module : buildList) {
                if (!module.version().isEmpty()) {
                    addZip(zips, mains, module);
                }
            }
        }
        return zips;
    }

    private static void addZip(Set<ModuleVersion> zips, MainModules mains, ModuleVersion module) {
        ModuleSource source = mains.source(module);
        if (!source.isLocal()) {
            zips.add(source.module());
        }
    }

    /**
     * All modules of the graph at their selected versions, not replaced: main modules first, with {@code ""} as their
     * version, then the others by path.
     */
    public List<ModuleVersion> buildList() {
        return buildList;
    }

    /** The modules that {@code go mod download} would download, replaced, in the order in which it lists them. */
    public List<ModuleVersion> zipsToDownload() {
        return zips;
    }

    /** Everything whose go.mod file is in the cache afterwards, replaced, sorted: those of the graph and of the zips. */
    public List<ModuleVersion> goModFiles() {
        return goModFiles;
    }

    /** Whether {@code go build} is going to refuse because of the main module's go.mod. */
    public boolean goModNeedsUpdate() {
        return !changes.isEmpty();
    }

    /** What has to change in go.mod, in its order; empty for workspaces. */
    public List<GoModChange> goModChanges() {
        return changes;
    }

    /** What a person should know although nothing is wrong: retracted and deprecated versions; sentences. */
    public List<String> notices() {
        return notices;
    }

    /** The highest Go version that a go line in the graph asks for, {@code ""} if there is none from 1.21 on. */
    public String goVersion() {
        return goVersion;
    }

    /** The module whose go line asks for {@link #goVersion()}, as {@code path} or {@code path@version}; or {@code ""}. */
    public Optional<String> goVersionRequiredBy() {
        return goVersionRequiredBy.isEmpty() ? Optional.empty() : Optional.of(goVersionRequiredBy);
    }
}
