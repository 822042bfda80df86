package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks the checksum database about modules that are in the cache, for somebody who has hashed them and fetches nothing. */
public final class DatabaseCheck {
    /** Lookups under way at once. */
    private static final int JOBS = 16;

    private final GoEnvironment environment;
    private final ModCache cache;
    private final ProxyLogins logins;
    private final HttpTimeouts timeouts;
    private final int retries;

    /** @param logins for proxies; those of the user's netrc file are known besides */
    public DatabaseCheck(
            GoEnvironment environment, ModCache cache, ProxyLogins logins, HttpTimeouts timeouts, int retries) {
        this.environment = environment;
        this.cache = cache;
        this.logins = logins;
        this.timeouts = timeouts;
        this.retries = retries;
    }

    /** Whether the settings let the database be asked about a module: neither GOSUMDB=off nor GONOSUMDB forbids it. */
    public boolean covers(ModuleVersion module) {
        return environment.sumDbEnabled() && !environment.noSumDb().matches(module.path());
    }

    /**
     * Compares hashes of zips with those in the database.
     *
     * @param hashes what the modules have
     * @return what is wrong: a module has another hash, the database does not know it, or cannot be asked or believed
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Map<ModuleVersion, PrefetchFailure> check(Map<ModuleVersion, String> hashes) throws InterruptedException {
        Map<ModuleVersion, PrefetchFailure> failures = new LinkedHashMap<>();
        if (hashes.isEmpty()) {
            return failures;
        }
        // Closed in reverse order: the transport first, so that no job is left waiting for the network.
        try (Workers workers = new Workers(JOBS);
                HttpTransport transport = new HttpTransport(timeouts, environment.httpProxies()::forUrl)) {
            ProxyChain proxies = new ProxyChain(
                    environment.goProxy(),
                    environment.noProxy(),
                    logins.withNetrc(environment.netrc()),
                    transport,
                    new FetchStatistics(),
                    RetryPolicy.of(retries),
                    JOBS);
            ChecksumDatabase database = new ChecksumDatabase(environment, cache, proxies, workers);
            List<ModuleVersion> modules = new ArrayList<>(hashes.keySet());
            List<CompletableFuture<PrefetchFailure>> answers = new ArrayList<>(modules.size());
            for (ModuleVersion module : modules) {
                answers.add(workers.submit(Workers.Turn.REST, () -> failure(database, module, hashes.get(module))));
            }
            for (int i = 0; i < modules.size(); i++) {
                PrefetchFailure failure = await(modules.get(i), answers.get(i));
                if (failure != null) {
                    failures.put(modules.get(i), failure);
                }
            }
        }
        return failures;
    }

    /** Returns null if the hash is the right one. */
    private static PrefetchFailure failure(ChecksumDatabase database, ModuleVersion module, String hash)
            throws InterruptedException {
        try {
            database.expect(module, Trust.Part.ZIP).check(hash, "the module cache");
            return null;
        } catch (IOException | RuntimeException e) {
            return Failures.of(module, "verify", e);
        }
    }

    private static PrefetchFailure await(ModuleVersion module, CompletableFuture<PrefetchFailure> answer)
            throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return Failures.of(module, "verify", JobFailure.unwrap(e));
        }
    }
}
