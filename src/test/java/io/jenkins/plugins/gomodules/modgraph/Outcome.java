package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** What is in the module cache after a download, or why it failed. */
record Outcome(Set<String> mods, Set<String> zips, boolean failed, String message, Optional<ModuleGraph> graph) {

    /** What our graph says; go.mod files arrive on threads of the executor. */
    static Outcome ofGraph(GraphCase project, Path dir, Executor executor) throws IOException {
        try {
            MainModules mains = MainModules.load(dir, environment(project));
            ModuleGraph graph = load(project, mains, executor);
            Set<String> mods = names(graph.goModFiles());
            return new Outcome(
                    mods,
                    names(graph.zipsToDownload()),
                    dropsRequirement(mains, graph),
                    report(graph),
                    Optional.of(graph));
        } catch (GoModException | ModuleGraphException e) {
            return new Outcome(Set.of(), Set.of(), true, e.toString(), Optional.empty());
        }
    }

    static GoEnvironment environment(GraphCase project) {
        return GoEnvironment.builder().environment(project.env).build();
    }

    static ModuleGraph load(GraphCase project, MainModules mains, Executor executor) throws IOException {
        try {
            return ModuleGraph.load(mains, module -> answer(project, module, executor))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw e;
        }
    }

    private static CompletableFuture<GoMod> answer(GraphCase project, ModuleVersion module, Executor executor) {
        CompletableFuture<GoMod> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(project.goMod(module));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** The go command fails once where all versions that go.mod names of a module are excluded there. */
    private static boolean dropsRequirement(MainModules mains, ModuleGraph graph) {
        return mains.onlyRequired()
                && graph.goModChanges().stream()
                        .anyMatch(change -> change.needed().isEmpty()
                                && change.reason().contains("excludes")
                                && !mains.contains(change.path()));
    }

    private static String report(ModuleGraph graph) {
        return "build list " + graph.buildList() + "\nchanges " + graph.goModChanges();
    }

    private static Set<String> names(Iterable<ModuleVersion> modules) {
        Set<String> names = new TreeSet<>();
        modules.forEach(module -> names.add(module.escapedPath() + "/@v/" + module.escapedVersion()));
        return names;
    }

    /** What {@code go mod download} leaves in an empty cache. */
    static Outcome ofGo(GoTool go, Path dir, Path cache) throws IOException, InterruptedException {
        GoTool.Result result = go.run(dir, "mod", "download");
        CacheSnapshot snapshot = CacheSnapshot.of(cache);
        return new Outcome(
                names(snapshot, ".mod"),
                names(snapshot, ".zip"),
                result.exit() != 0,
                result.out().concat(result.err()),
                Optional.empty());
    }

    /** How this differs from what the go command did; empty if it does not, or if both failed. */
    String differenceFrom(Outcome go) {
        boolean same = failed && go.failed || failed == go.failed && mods.equals(go.mods) && zips.equals(go.zips);
        return same ? "" : "ours " + this + "\ngo's " + go + "\n";
    }

    /**
     * How our build list differs from that of {@code go list -m all}, which has to refuse if our graph says that go.mod
     * needs an update; empty if it does not.
     */
    static String buildListDifference(Outcome ours, GoTool go, Path dir) throws IOException, InterruptedException {
        ModuleGraph graph = ours.graph().orElseThrow();
        GoTool.Result result = go.run(dir, "list", "-m", "-mod=readonly", "all");
        List<ModuleVersion> listed = new ArrayList<>();
        for (String line : result.out().split("\n")) {
            String[] words = line.split(" ");
            boolean versioned = words.length > 1 && words[1].startsWith("v");
            listed.add(new ModuleVersion(words[0], versioned ? words[1] : ""));
        }
        boolean refused = result.exit() != 0;
        if (refused && !graph.goModNeedsUpdate() && result.err().contains("missing go.sum entry")) {
            return ""; // go.sum covers the graph of go.mod with a go line, which the download had added.
        }
        boolean same = graph.goModNeedsUpdate() == refused
                && (refused || graph.buildList().equals(listed));
        return same ? "" : "ours " + ours + "\ngo list " + result + "\n";
    }

    private static Set<String> names(CacheSnapshot snapshot, String suffix) {
        String prefix = "cache/download/";
        Set<String> names = new TreeSet<>();
        for (String name : snapshot.names(n -> n.startsWith(prefix) && n.endsWith(suffix))) {
            names.add(name.substring(prefix.length(), name.length() - suffix.length()));
        }
        return names;
    }
}
