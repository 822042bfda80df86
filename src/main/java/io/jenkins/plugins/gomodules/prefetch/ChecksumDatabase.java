package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * The checksum database that GOSUMDB names, opened when the first module is looked up: where go.sum lists everything nothing
 * of it is even loaded. Safe for any number of threads.
 */
final class ChecksumDatabase {
    private final GoEnvironment environment;
    private final ModCache cache;
    private final ProxyChain proxies;
    private final Executor executor;
    private OpenDatabase database;

    /** @param executor where requests to the database may run besides the threads that wait for them */
    ChecksumDatabase(GoEnvironment environment, ModCache cache, ProxyChain proxies, Executor executor) {
        this.environment = environment;
        this.cache = cache;
        this.proxies = proxies;
        this.executor = executor;
    }

    /**
     * Looks a module up.
     *
     * @throws UntrustedException when the database does not vouch for it, or cannot be asked or believed
     */
    Expectation expect(ModuleVersion module, Trust.Part part) throws IOException, InterruptedException {
        return open().expect(module, part);
    }

    private synchronized OpenDatabase open() throws UntrustedException {
        if (database == null) {
            database = OpenDatabase.of(environment, cache, proxies, executor);
        }
        return database;
    }
}
