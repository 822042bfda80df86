package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.gocommand.GoCommand;
import io.jenkins.plugins.gomodules.gocommand.GoDownload;
import io.jenkins.plugins.gomodules.gocommand.GoModule;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Fetches what one project needs through the go command alone, and checks what it says itself. */
final class GoCommandPrefetch {
    private static final String NAME = "the go command";

    private final Session session;
    private final MainModules project;
    private final GoCommand go;
    private final Trust trust;

    GoCommandPrefetch(Session session, MainModules project, GoCommand go, Trust trust) {
        this.session = session;
        this.project = project;
        this.go = go;
        this.trust = trust;
    }

    ProjectModules run(Watch watch) throws IOException, InterruptedException {
        // A file system may keep whole seconds only.
        Instant start = Instant.now().minusSeconds(1);
        GoDownload.Result result = ask(watch);
        List<ModuleVersion> modules = new ArrayList<>();
        List<CompletableFuture<Void>> checks = new ArrayList<>();
        for (GoModule module : result.modules()) {
            if (!module.module().path().isEmpty()) {
                session.outcome().plan(module.module());
                modules.add(module.module());
            }
            if (module.succeeded()) {
                checks.add(session.workers().submit(Workers.Turn.REST, () -> accept(module, start)));
            } else {
                fail(module);
            }
        }
        for (CompletableFuture<Void> check : checks) {
            await(check, watch);
        }
        session.outcome().planExactly(modules);
        return new ProjectModules(modules, modules);
    }

    private GoDownload.Result ask(Watch watch) throws IOException, InterruptedException {
        return await(
                session.workers()
                        .submit(
                                Workers.Turn.GRAPH,
                                () -> GoDownload.ofProject(go, project.root(), Duration.ZERO, line -> {})),
                watch);
    }

    private static <T> T await(CompletableFuture<T> job, Watch watch) throws IOException, InterruptedException {
        try {
            return watch.await(job);
        } catch (ExecutionException e) {
            throw JobFailure.unwrap(e);
        }
    }

    private Void accept(GoModule module, Instant start) throws IOException, InterruptedException {
        try {
            Expectation expected = trust.expect(module.module(), Trust.Part.ZIP);
            expected.check(module.sum(), NAME);
            boolean isNew = !Files.getLastModifiedTime(Path.of(module.zip()))
                    .toInstant()
                    .isBefore(start);
            session.outcome()
                    .arrived(
                            module.module(),
                            isNew ? Outcome.Origin.NETWORK : Outcome.Origin.CACHE,
                            isNew ? NAME : "",
                            expected.by());
        } catch (UntrustedException e) {
            session.outcome().failed(Failures.of(module.module(), "verify", e));
        }
        return null;
    }

    private void fail(GoModule module) {
        session.outcome()
                .failed(Failures.of(
                        module.module(), "go", new VersionControlException(module.module(), module.error())));
    }
}
