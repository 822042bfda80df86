package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modgraph.GoModException;
import io.jenkins.plugins.gomodules.modgraph.GraphFailure;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.modgraph.ModuleGraph;
import io.jenkins.plugins.gomodules.modgraph.ModuleGraphException;
import io.jenkins.plugins.gomodules.modgraph.ModuleSource;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Finds out which modules a project's build list has, from the go.mod files in the cache. */
final class Planner {
    private final GoEnvironment environment;
    private final CachedGoMods goMods;
    private final Plan plan;
    private final Findings findings;

    /** @param environment the settings in force */
    Planner(GoEnvironment environment, CachedGoMods goMods, Plan plan, Findings findings) {
        this.environment = environment;
        this.goMods = goMods;
        this.plan = plan;
        this.findings = findings;
    }

    /** Adds what one project needs to the plan. If the graph cannot be read, that is a finding, and what is known is added. */
    void add(MainModules project) throws IOException, InterruptedException {
        boolean vendored = isVendored(project);
        ModuleGraph graph;
        try {
            graph = ModuleGraph.load(project, goMods).get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ModuleGraphException failed)) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
            project.zipsKnownBeforeGraph().ifPresent(plan.used::addAll);
            if (!vendored || !onlyMissing(failed.failures())) {
                failed.failures().forEach(failure -> findings.add(finding(failure)));
            } else {
                plan.notices.add(
                        "Which modules the cache should have is not known: it lacks go.mod files, which a build from"
                                + " the vendor directory does not need. Of the cache, what go.mod names was checked.");
            }
            return;
        }
        for (ModuleVersion module : graph.buildList()) {
            if (!module.version().isEmpty()) {
                add(module, project.source(module));
            }
        }
    }

    private void add(ModuleVersion module, ModuleSource source) {
        if (source.isLocal()) {
            plan.local.add(module + " => " + source.directory().orElseThrow());
        } else {
            plan.used.add(source.module());
        }
        if (source.isLocal() || !source.module().equals(module)) {
            plan.replaced.add(module);
        }
    }

    /** Says it when builds do not use the cache. Like {@code go mod verify}, this looks at the cache all the same. */
    private boolean isVendored(MainModules project) throws IOException {
        Path vendor = project.root().resolve("vendor");
        if (!Files.isRegularFile(vendor.resolve("modules.txt"))) {
            return false;
        }
        try {
            if (!MainModules.load(project.root(), environment).vendored()) {
                return false;
            }
            plan.notices.add("Builds take packages from " + vendor
                    + ", whose files no hash covers; what is checked here is the module cache.");
            return true;
        } catch (GoModException e) {
            plan.notices.add(e.getMessage().replace("\n", "; "));
            return true;
        }
    }

    private static boolean onlyMissing(List<GraphFailure> failures) {
        return failures.stream()
                .allMatch(failure -> failure.cause() instanceof GoModProblem problem
                        && problem.causeId().equals("cache-incomplete"));
    }

    private static Finding finding(GraphFailure failure) {
        ModuleVersion module = failure.module();
        Throwable cause = failure.cause();
        Optional<GoModProblem> problem = cause instanceof GoModProblem known ? Optional.of(known) : Optional.empty();
        StringBuilder message = new StringBuilder(
                cause.getMessage() == null
                        ? cause.toString()
                        : cause.getMessage().replace("\n", "; "));
        message.append(message.charAt(message.length() - 1) == '.' ? "" : ".");
        if (failure.path().size() > 2) {
            message.append(" It is required by ");
            for (int i = 0; i < failure.path().size() - 1; i++) {
                message.append(i == 0 ? "" : " → ").append(failure.path().get(i));
            }
            message.append('.');
        }
        return new Finding(
                module.path(),
                module.version(),
                Part.GO_MOD,
                problem.map(GoModProblem::causeId).orElseGet(() -> Causes.of(cause)),
                message.toString(),
                problem.map(GoModProblem::file).orElse(""),
                problem.map(GoModProblem::expected).orElse(""),
                problem.map(GoModProblem::actual).orElse(""),
                FileChanges.UNKNOWN);
    }
}
