package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import io.jenkins.plugins.gomodules.goenv.ProcessVariables;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.prefetch.DatabaseCheck;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks the module cache against go.sum and against the hashes that were recorded when modules were stored, for the build
 * lists of one or more projects. Writes nothing and asks nobody, unless the checksum database is wanted.
 *
 * <p>Interrupting the calling thread ends it within two seconds.
 */
public final class Verifier {
    private final ProcessVariables variables;
    private final VerifyNarrator narrator;
    private final ProxyLogins logins;

    /**
     * @param variables the environment of the process whose builds use the cache
     * @param console takes the lines that a person reads, from one thread
     */
    public Verifier(Map<String, String> variables, Consumer<String> console) {
        this(ProcessVariables.of(variables), console, ProxyLogins.NONE);
    }

    /**
     * @param variables the environment of the process whose builds use the cache
     * @param console takes the lines that a person reads, from one thread
     * @param logins for proxies through which the checksum database is asked; those of the netrc file are known besides
     */
    public Verifier(ProcessVariables variables, Consumer<String> console, ProxyLogins logins) {
        this.variables = variables;
        this.narrator = new VerifyNarrator(console);
        this.logins = logins;
    }

    /**
     * Verifies. What is wrong is in the report; nothing is thrown for it.
     *
     * @param base what relative directories in the options are relative to
     * @throws InterruptedException when the calling thread is interrupted
     */
    public VerifyReport run(Path base, VerifyOptions options) throws InterruptedException {
        long start = System.nanoTime();
        Plan plan = new Plan();
        Findings findings = new Findings();
        Tally tally = new Tally();
        String modCache = "";
        try {
            GoEnvironment environment = environment(base, options, false);
            ModCache cache = new ModCache(environment.modCache(), environment.modCacheWritable());
            modCache = cache.root().toString();
            narrator.cache(environment.setting("GOMODCACHE"));
            verify(base, options, environment, cache, plan, findings, tally);
        } catch (InterruptedIOException e) {
            throw new InterruptedException("the verification was stopped");
        } catch (IOException | GoEnvironmentException | IllegalArgumentException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(
                        "the verification was stopped"); // which closes files that are being read
            }
            findings.add(planFinding(e));
        }
        VerifyReport report = new VerifyReport(
                plan.used.size(),
                tally.count(ModuleCheck.Result.VERIFIED),
                tally.count(ModuleCheck.Result.IN_DATABASE),
                tally.count(ModuleCheck.Result.RECORDED),
                tally.count(ModuleCheck.Result.ABSENT),
                plan.local.size(),
                tally.files(),
                tally.bytes(),
                (System.nanoTime() - start) / 1_000_000,
                modCache,
                tally.remarks(),
                new ArrayList<>(plan.notices),
                findings.all());
        narrator.report(report);
        return report;
    }

    /**
     * @param ignoringVendor as {@code go mod verify} does, which is about the cache; builds may do otherwise
     */
    private GoEnvironment environment(Path base, VerifyOptions options, boolean ignoringVendor) {
        GoEnvironment.Builder builder =
                GoEnvironment.builder().environment(variables).directory(base).given(options.settings());
        if (ignoringVendor) {
            String flags = builder.build().get("GOFLAGS");
            builder.override("GOFLAGS", flags + " -mod=readonly", "environment");
        }
        return builder.build();
    }

    private void verify(
            Path base,
            VerifyOptions options,
            GoEnvironment environment,
            ModCache cache,
            Plan plan,
            Findings findings,
            Tally tally)
            throws IOException, InterruptedException {
        GoEnvironment ignoringVendor = environment(base, options, true);
        List<MainModules> projects = new ArrayList<>();
        List<Path> sums = new ArrayList<>();
        for (String dir : options.dirs()) {
            MainModules project = MainModules.load(base.resolve(dir), ignoringVendor);
            narrator.project(project);
            projects.add(project);
            sums.addAll(project.goSumFiles());
        }
        GoSum goSum = GoSum.read(sums.toArray(new Path[0]));
        try (Hashers threads = new Hashers()) {
            CachedGoMods goMods = new CachedGoMods(cache, goSum, threads);
            Planner planner = new Planner(environment, goMods, plan, findings);
            for (MainModules project : projects) {
                planner.add(project);
            }
            notices(plan, goMods.unlisted());
            List<ModuleCheck> used = checks(plan.used, cache, goSum);
            plan.replaced.removeAll(plan.used);
            List<ModuleCheck> replaced = checks(plan.replaced, cache, goSum);
            List<ModuleCheck> all = new ArrayList<>(used);
            all.addAll(replaced);
            threads.look(all, narrator::progress);
            Map<ModuleCheck, ModuleCheck.Result> results = new LinkedHashMap<>();
            for (ModuleCheck check : all) {
                results.put(check, check.conclude(findings));
            }
            if (options.database()) {
                askDatabase(
                        new DatabaseCheck(environment, cache, logins, options.timeouts(), options.retries()),
                        results,
                        findings);
            }
            results.forEach((check, result) -> tally.add(check, result, plan.used.contains(check.module())));
        }
    }

    /** What go.sum does not list is compared with the checksum database, where the settings let it be asked. */
    private static void askDatabase(
            DatabaseCheck database, Map<ModuleCheck, ModuleCheck.Result> results, Findings findings)
            throws InterruptedException {
        Map<ModuleVersion, String> hashes = new LinkedHashMap<>();
        results.forEach((check, result) -> {
            if (result == ModuleCheck.Result.RECORDED && database.covers(check.module())) {
                hashes.put(check.module(), check.hash());
            }
        });
        Map<ModuleVersion, PrefetchFailure> failures = database.check(hashes);
        results.replaceAll((check, result) -> {
            PrefetchFailure failure = failures.get(check.module());
            if (failure != null) {
                findings.add(check.finding(failure.cause(), failure.message()));
                return ModuleCheck.Result.WRONG;
            }
            return hashes.containsKey(check.module()) ? ModuleCheck.Result.IN_DATABASE : result;
        });
    }

    private static List<ModuleCheck> checks(Iterable<ModuleVersion> modules, ModCache cache, GoSum goSum) {
        List<ModuleCheck> checks = new ArrayList<>();
        modules.forEach(module -> checks.add(new ModuleCheck(cache, goSum, module)));
        return checks;
    }

    private static void notices(Plan plan, List<ModuleVersion> unlisted) {
        if (!plan.local.isEmpty()) {
            plan.notices.add("No hash covers what directories replace: " + VerifyNarrator.some(plan.local) + ".");
        }
        if (!unlisted.isEmpty()) {
            plan.notices.add("go.sum does not list the go.mod files of "
                    + VerifyNarrator.some(unlisted)
                    + "; which modules the build uses was found out from them all the same. Run \"go mod tidy\".");
        }
    }

    private static Finding planFinding(Exception e) {
        String message = e.getMessage() == null
                ? e.toString()
                : e instanceof java.nio.file.FileSystemException
                                && e.getMessage().indexOf(' ') < 0
                        ? e.toString()
                        : e.getMessage().replace("\n", "; ");
        return new Finding("", "", Part.PLAN, Causes.of(e), message, "", "", "", FileChanges.UNKNOWN);
    }
}
