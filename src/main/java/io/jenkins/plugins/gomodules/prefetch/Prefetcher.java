package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.gocommand.GoCommand;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import io.jenkins.plugins.gomodules.goenv.ProcessVariables;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.modgraph.ModuleGraphException;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Fills the module cache with what the builds of one or more projects need: what {@code go mod download} does, natively
 * and in parallel.
 *
 * <p>Interrupting the calling thread ends a prefetch within two seconds. What arrived until then is complete and stays
 * in the cache, so that the next run goes on from there.
 */
public final class Prefetcher {
    /** Jobs under way at first, and as long as the network keeps none of them waiting. */
    private static final int LEAST_JOBS = 16;

    /** Jobs under way when the network keeps them waiting. */
    private static final int MOST_JOBS = 256;

    /** The same over TLS, where each connection costs a handshake: some milliseconds of a processor until it is compiled. */
    private static final int MOST_JOBS_OVER_TLS = 64;

    private final ProcessVariables variables;
    private final Console console;
    private final ProxyLogins logins;

    /**
     * @param variables the environment of the process whose builds will use the cache
     * @param console where a person reads along
     */
    public Prefetcher(Map<String, String> variables, Console console) {
        this(ProcessVariables.of(variables), console, ProxyLogins.NONE);
    }

    /**
     * @param variables the environment of the process whose builds will use the cache
     * @param console where a person reads along
     * @param logins for proxies; those of the user's netrc file are known besides
     */
    public Prefetcher(ProcessVariables variables, Console console, ProxyLogins logins) {
        this.variables = variables;
        this.console = console;
        this.logins = logins;
    }

    /**
     * Fetches. What goes wrong is in the report; nothing is thrown for it.
     *
     * @param base what relative directories in the options are relative to
     * @throws InterruptedException when the calling thread is interrupted
     */
    public PrefetchReport run(Path base, PrefetchOptions options) throws InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = new Outcome();
        FetchStatistics statistics = new FetchStatistics();
        Narrator narrator = new Narrator(console);
        GoEnvironment environment = GoEnvironment.builder()
                .environment(variables)
                .directory(base)
                .given(options.settings())
                .build();
        List<Setting> settings = new ArrayList<>(environment.settings());
        settings.addAll(options.shown());
        narrator.settings(settings);
        environment.warnings().forEach(narrator::warning);
        String offlineProxy = "";
        try {
            offlineProxy = fetch(base, options, environment, statistics, outcome, start);
        } catch (ModuleGraphException e) {
            e.failures().forEach(failure -> outcome.failed(Failures.ofGraph(failure)));
        } catch (IOException | GoEnvironmentException | IllegalArgumentException e) {
            outcome.failed(Failures.ofPlan(e));
        }
        PrefetchReport report = report(environment, settings, outcome, statistics, offlineProxy, start);
        narrator.report(report, options.verify());
        return report;
    }

    /**
     * In the background, while the project is read: the first module would wait for it otherwise. Where modules are in the
     * cache already it would be for nothing, and a process that is done sooner would wait for the compiler.
     */
    private static void warmUpFor(ModCache cache) {
        if (cache.isEmpty()) {
            warmUp("hashing", DirHash::warmUp);
            warmUp("locks", ModCache::warmUp);
        }
    }

    private static void warmUp(String what, Runnable work) {
        Thread thread = new Thread(work, "go-modules warm-up of " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private String fetch(
            Path base,
            PrefetchOptions options,
            GoEnvironment environment,
            FetchStatistics statistics,
            Outcome outcome,
            long start)
            throws IOException, InterruptedException {
        boolean secure = isSecure(environment.goProxy());
        int first = options.parallelism() > 0 ? options.parallelism() : LEAST_JOBS;
        int most = options.parallelism() > 0 ? options.parallelism() : secure ? MOST_JOBS_OVER_TLS : MOST_JOBS;
        ModCache cache = new ModCache(environment.modCache(), environment.modCacheWritable());
        warmUpFor(cache);
        // Closed in reverse order: the transport first, so that no job is left waiting for the network.
        try (DirectModules direct = new DirectModules(
                        goCommand(options, environment), cache.root(), Path.of(System.getProperty("java.io.tmpdir")));
                Workers workers = new Workers(first);
                HttpTransport transport = new HttpTransport(options.timeouts(), environment.httpProxies()::forUrl)) {
            ProxyChain proxies = new ProxyChain(
                    environment.goProxy(),
                    environment.noProxy(),
                    logins.withNetrc(environment.netrc()),
                    transport,
                    statistics,
                    RetryPolicy.of(options.retries()),
                    most);
            Session session = new Session(
                    options,
                    environment,
                    cache,
                    new ModuleOrigins(proxies, direct),
                    statistics,
                    workers,
                    outcome,
                    new Semaphore(Runtime.getRuntime().availableProcessors()),
                    new ChecksumDatabase(environment, cache, proxies, workers),
                    new Examiner(proxies, environment.noSumDb(), quarantine(base, options)));
            Watch watch = new Watch(session, console, new Ramp(workers, statistics, most, !secure), start);
            OfflineProxyTree offline = new OfflineProxyTree(cache);
            for (String dir : options.dirs()) {
                prefetch(session, MainModules.load(base.resolve(dir), environment), watch, offline);
            }
            return layOutOffline(base, options, outcome, offline);
        }
    }

    private static Quarantine quarantine(Path base, PrefetchOptions options) {
        return new Quarantine(
                options.quarantine().isEmpty()
                        ? null
                        : base.resolve(options.quarantine()).normalize());
    }

    private static boolean isSecure(ProxyList proxies) {
        for (ProxyList.Entry entry : proxies.entries()) {
            if (entry.isSecure()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<GoCommand> goCommand(PrefetchOptions options, GoEnvironment environment)
            throws GoCommandMissingException {
        if (options.engine() == Engine.NATIVE) {
            return Optional.empty();
        }
        Optional<GoCommand> go =
                environment.goProgram().map(program -> new GoCommand(program, environment.forProcess()));
        if (go.isEmpty() && options.engine() == Engine.GO) {
            throw new GoCommandMissingException();
        }
        return go;
    }

    private void prefetch(Session session, MainModules project, Watch watch, OfflineProxyTree offline)
            throws IOException, InterruptedException {
        new Narrator(console).project(project);
        project.notices().forEach(session.outcome()::notice);
        if (project.vendored()) {
            session.outcome()
                    .notice("The build takes its modules from " + project.root().resolve("vendor")
                            + ", which matches go.mod; there is nothing to fetch.");
            return;
        }
        Trust trust = new Trust(
                GoSum.read(project.goSumFiles().toArray(new Path[0])),
                session.options().verify(),
                session.environment(),
                session.database());
        Optional<GoCommand> go = goCommand(session.options(), session.environment());
        if (session.options().engine() == Engine.GO) {
            new GoCommandPrefetch(session, project, go.orElseThrow(), trust).run(watch);
            if (session.options().offlineProxy().isEmpty() || session.outcome().hasFailures()) {
                return;
            }
            // All is in the cache now; what remains is to find out which go.mod files the build will read.
        }
        ProjectModules fetched = new ProjectPrefetch(session, project, trust, watch).run();
        if (session.options().writeGoSum() && !session.outcome().hasFailures()) {
            GoSumUpdate.write(project.goSumFiles().get(0), trust.missingLines(fetched), session.outcome());
        }
        offline.add(fetched);
    }

    private static String layOutOffline(Path base, PrefetchOptions options, Outcome outcome, OfflineProxyTree offline)
            throws IOException {
        if (options.offlineProxy().isEmpty() || outcome.hasFailures()) {
            return "";
        }
        Path directory = base.resolve(options.offlineProxy()).normalize();
        offline.write(directory);
        return directory.toString();
    }

    private static PrefetchReport report(
            GoEnvironment environment,
            List<Setting> settings,
            Outcome outcome,
            FetchStatistics statistics,
            String offlineProxy,
            long start) {
        Map<String, String> verifiedBy = outcome.verifiedBy();
        int skipped = Collections.frequency(verifiedBy.values(), Expectation.NOTHING);
        return new PrefetchReport(
                outcome.planned(),
                outcome.count(Outcome.Origin.NETWORK),
                outcome.count(Outcome.Origin.CACHE),
                statistics.bytes(),
                (System.nanoTime() - start) / 1_000_000,
                statistics.requests(),
                statistics.retries(),
                verifiedBy.size() - skipped,
                skipped,
                verifiedBy,
                environment.setting("GOPROXY").value(),
                offlineProxy,
                outcome.servedBy(),
                settings,
                outcome.notices(),
                outcome.failures());
    }
}
