package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.DirectFetchException;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modgraph.GoModChange;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.modgraph.ModuleGraph;
import io.jenkins.plugins.gomodules.modgraph.ModuleGraphException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Fetches what one project, a module or a workspace, needs: natively, and through the go command what is left. */
final class ProjectPrefetch {
    /** A go.mod that comes from version control can name others that do; no real graph is this deep in them. */
    private static final int MAX_DIRECT_ROUNDS = 64;

    private static final int MOST_CHANGES = 10;

    private final Session session;
    private final MainModules project;
    private final Watch watch;
    private final Trust trust;
    private final GoModFiles goMods;
    private final DirectModules direct;
    private final Map<ModuleVersion, CompletableFuture<Void>> downloads = new LinkedHashMap<>();
    private final Set<ModuleVersion> directZips = ConcurrentHashMap.newKeySet();

    ProjectPrefetch(Session session, MainModules project, Trust trust, Watch watch) {
        this.session = session;
        this.project = project;
        this.trust = trust;
        this.watch = watch;
        this.direct = session.origins().direct();
        this.goMods = new GoModFiles(session, trust);
    }

    /**
     * Fetches all of it. Failures of modules go to the session's outcome.
     *
     * @return what the build needs, as far as it is known
     * @throws IOException when the module graph cannot be built
     */
    ProjectModules run() throws IOException, InterruptedException {
        project.zipsKnownBeforeGraph().ifPresent(modules -> modules.forEach(this::download));
        ModuleGraph graph;
        try {
            graph = loadGraph();
        } catch (ModuleGraphException e) {
            // What else fails is worth knowing at the same time, and what arrives need not be fetched next time.
            awaitDownloads();
            throw e;
        }
        List<ModuleVersion> zips = graph.zipsToDownload();
        zips.forEach(this::download);
        session.outcome().planExactly(zips);
        zips.forEach(this::downloadGoMod);
        awaitDownloads();
        downloadDirectly();
        graph.notices().forEach(session.outcome()::notice);
        tellChanges(graph.goModChanges());
        return new ProjectModules(zips, goMods.loaded());
    }

    /** The go command would make these changes when it downloads, and refuse to build without them. */
    private void tellChanges(List<GoModChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(
                "go.mod is out of date, and \"go build\" will refuse it (\"updates to go.mod needed\"). Run \"go mod tidy\": ");
        int shown = Math.min(MOST_CHANGES, changes.size());
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : "; ").append(changes.get(i));
        }
        if (shown < changes.size()) {
            text.append("; and ").append(changes.size() - shown).append(" more");
        }
        session.outcome().notice(text.append('.').toString());
    }

    private ModuleGraph loadGraph() throws IOException, InterruptedException {
        for (int round = 0; ; round++) {
            try {
                return watch.await(ModuleGraph.load(project, goMods));
            } catch (ExecutionException e) {
                List<ModuleVersion> modules = goMods.takeDirect();
                if (modules.isEmpty() || round >= MAX_DIRECT_ROUNDS || !direct.available()) {
                    throw JobFailure.unwrap(e);
                }
                ask(modules, direct::askForGoMods);
            }
        }
    }

    /** Once the go command has been asked for them, they are downloaded like all others. */
    private void downloadDirectly() throws IOException, InterruptedException {
        if (directZips.isEmpty()) {
            return;
        }
        List<ModuleVersion> modules = new ArrayList<>(directZips);
        modules.sort(null);
        ask(modules, direct::askForZips);
        modules.forEach(downloads::remove);
        modules.forEach(this::download);
        awaitDownloads();
    }

    /** A question to the go command about some modules. */
    private interface Question {
        void ask(List<ModuleVersion> modules) throws IOException, InterruptedException;
    }

    private void ask(List<ModuleVersion> modules, Question question) throws IOException, InterruptedException {
        await(session.workers().submit(Workers.Turn.GRAPH, () -> {
            question.ask(modules);
            return null;
        }));
    }

    private void download(ModuleVersion module) {
        downloads.computeIfAbsent(module, wanted -> {
            session.outcome().plan(wanted);
            ModuleDownload download = new ModuleDownload(session, trust, wanted);
            CompletableFuture<Void> zip = submit(Workers.Turn.ZIP, wanted, "zip", download::zip);
            CompletableFuture<Void> info = submit(Workers.Turn.REST, wanted, "info", download::info);
            return CompletableFuture.allOf(zip, info);
        });
    }

    /**
     * The go command puts a go.mod file beside every zip. The module graph has read most of them, but not all that a
     * workspace needs.
     */
    private void downloadGoMod(ModuleVersion module) {
        if (goMods.isLoaded(module)) {
            return;
        }
        CompletableFuture<Void> goMod = goMods.load(module).handle((file, e) -> {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            // What it says matters to the module graph only, and that is there already.
            if (cause instanceof IOException && !(cause instanceof ModFileException)) {
                failed(module, "mod", cause);
            }
            return null;
        });
        downloads.merge(module, goMod, (one, other) -> CompletableFuture.allOf(one, other));
    }

    /** A part of bringing a module that may fail in the ways that {@link Failures} knows. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private CompletableFuture<Void> submit(Workers.Turn turn, ModuleVersion module, String stage, Work work) {
        Callable<Void> job = () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    // It did not fail, it was stopped: the time is up, or the build was aborted.
                    throw new InterruptedException("the prefetch was stopped");
                }
                failed(module, stage, e);
            }
            return null;
        };
        return session.workers().submit(turn, job);
    }

    private void failed(ModuleVersion module, String stage, Throwable e) {
        if (e instanceof DirectFetchException && direct.available()) {
            directZips.add(module);
        } else {
            session.outcome().failed(Failures.of(module, stage, e));
        }
    }

    private void awaitDownloads() throws IOException, InterruptedException {
        for (CompletableFuture<Void> download : downloads.values()) {
            await(download);
        }
    }

    private void await(CompletableFuture<Void> job) throws IOException, InterruptedException {
        try {
            watch.await(job);
        } catch (ExecutionException e) {
            throw JobFailure.unwrap(e);
        }
    }
}
