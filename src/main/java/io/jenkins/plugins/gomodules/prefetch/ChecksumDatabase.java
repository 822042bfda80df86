package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modcache.SumDbFiles;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.sumdb.ForkException;
import io.jenkins.plugins.gomodules.sumdb.ModuleSums;
import io.jenkins.plugins.gomodules.sumdb.NotFoundException;
import io.jenkins.plugins.gomodules.sumdb.SumDbClient;
import io.jenkins.plugins.gomodules.sumdb.SumDbException;
import io.jenkins.plugins.gomodules.sumdb.SumDbSetting;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/** The checksum database that GOSUMDB names, set up when the first module is looked up. Safe for any number of threads. */
final class ChecksumDatabase {
    private final GoEnvironment environment;
    private final ModCache cache;
    private final ProxyChain proxies;
    private final Executor executor;
    private SumDbClient client;

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
        SumDbClient database = client();
        try {
            ModuleSums sums = database.lookup(module);
            List<String> hashes = part == Trust.Part.ZIP ? sums.zip() : sums.goMod();
            if (Expectation.hasKnownHash(hashes)) {
                return new Expectation(module, part, hashes, database.name());
            }
            throw UntrustedException.notVouchedFor(
                    module, part, "the checksum database " + database.name() + " has no hash of it either", "");
        } catch (NotFoundException e) {
            throw UntrustedException.notVouchedFor(
                    module,
                    part,
                    "the checksum database " + database.name() + " does not know the module: " + e.getMessage(),
                    "A private module belongs into GOPRIVATE. ");
        } catch (ForkException e) {
            throw UntrustedException.forked(e);
        } catch (SumDbException e) {
            throw UntrustedException.unproved(module, part, database.name(), e);
        } catch (FetchException e) {
            throw UntrustedException.unreachable(module, part, database.name(), e);
        }
    }

    private synchronized SumDbClient client() throws UntrustedException {
        if (client == null) {
            try {
                SumDbSetting setting = SumDbSetting.parse(environment.get("GOSUMDB"));
                SumDbFiles files = new SumDbFiles(cache.root(), environment.sumDbDirectory());
                client = new SumDbClient(
                        setting, new SumDbAccess(files, proxies.sumDb(setting.name(), setting.url())), executor);
            } catch (IllegalArgumentException | GoEnvironmentException e) {
                throw UntrustedException.misconfigured(e);
            }
        }
        return client;
    }
}
