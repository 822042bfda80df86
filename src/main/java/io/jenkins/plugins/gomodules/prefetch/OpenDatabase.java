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

/** A checksum database that modules are looked up in. Safe for any number of threads. */
final class OpenDatabase {
    private final SumDbClient client;

    private OpenDatabase(SumDbClient client) {
        this.client = client;
    }

    /**
     * @param executor where requests to the database may run besides the threads that wait for them
     * @throws UntrustedException when GOSUMDB names none, or there is no place to remember it in
     */
    static OpenDatabase of(GoEnvironment environment, ModCache cache, ProxyChain proxies, Executor executor)
            throws UntrustedException {
        try {
            SumDbSetting setting = SumDbSetting.parse(environment.get("GOSUMDB"));
            SumDbFiles files = new SumDbFiles(cache.root(), environment.sumDbDirectory());
            SumDbAccess access = new SumDbAccess(files, proxies.sumDb(setting.name(), setting.url()));
            return new OpenDatabase(new SumDbClient(setting, access, executor));
        } catch (IllegalArgumentException | GoEnvironmentException e) {
            throw UntrustedException.misconfigured(e);
        }
    }

    /**
     * Looks a module up.
     *
     * @throws UntrustedException when the database does not vouch for it, or cannot be asked or believed
     */
    Expectation expect(ModuleVersion module, Trust.Part part) throws IOException, InterruptedException {
        try {
            ModuleSums sums = client.lookup(module);
            List<String> hashes = part == Trust.Part.ZIP ? sums.zip() : sums.goMod();
            if (Expectation.hasKnownHash(hashes)) {
                return new Expectation(module, part, hashes, client.name());
            }
            throw UntrustedException.notVouchedFor(
                    module, part, "the checksum database " + client.name() + " has no hash of it either", "");
        } catch (NotFoundException e) {
            throw UntrustedException.notVouchedFor(
                    module,
                    part,
                    "the checksum database " + client.name() + " does not know the module: " + e.getMessage(),
                    "A private module belongs into GOPRIVATE. ");
        } catch (ForkException e) {
            throw UntrustedException.forked(e);
        } catch (SumDbException e) {
            throw UntrustedException.unproved(module, part, client.name(), e);
        } catch (FetchException e) {
            throw UntrustedException.unreachable(module, part, client.name(), e);
        }
    }
}
