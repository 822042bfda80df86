package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.Set;

/**
 * What vouches for the bytes of a module: the hashes in go.sum; of what it does not list, the checksum database; and what
 * the settings say about modules that neither knows.
 *
 * @see <a href="https://go.dev/ref/mod#authenticating">Go Modules Reference, Authenticating modules</a>
 */
final class Trust {
    /** The two things of a module that have a hash of their own. */
    enum Part {
        GO_MOD,
        ZIP
    }

    private static final String GO_SUM = "go.sum";

    private final GoSum goSum;
    private final Verification mode;
    private final ModulePatterns noSumDb;
    private final boolean sumDbEnabled;
    private final ChecksumDatabase database;

    /** @param database asked for nothing that go.sum lists */
    Trust(GoSum goSum, Verification mode, GoEnvironment environment, ChecksumDatabase database) {
        this.goSum = goSum;
        this.mode = mode;
        this.noSumDb = environment.noSumDb();
        this.sumDbEnabled = environment.sumDbEnabled();
        this.database = database;
    }

    /**
     * Asked before anything is fetched: which hash must it have?
     *
     * @throws UntrustedException when nothing vouches for it and the settings do not let it pass, or when the checksum
     *     database, which would have to, cannot be asked
     * @throws io.jenkins.plugins.gomodules.module.InvalidModuleException when there can be no such module
     * @throws IOException when what is known of the database cannot be read or written
     * @throws InterruptedException when the thread is interrupted while it waits for the database
     */
    Expectation expect(ModuleVersion module, Part part) throws IOException, InterruptedException {
        Set<String> listed = part == Part.ZIP ? goSum.zipHashes(module) : goSum.goModHashes(module);
        if (Expectation.hasKnownHash(listed)) {
            return new Expectation(module, part, listed, GO_SUM);
        }
        // A name that no module can have is wrong where it is written, not for want of a hash.
        ModulePath.check(module.path());
        if (mode == Verification.OFF) {
            return new Expectation(module, part, listed, Expectation.NOTHING);
        }
        if (sumDbEnabled && !noSumDb.matches(module.path())) {
            return database.expect(module, part);
        }
        if (mode == Verification.STRICT) {
            throw UntrustedException.notVouchedFor(
                    module,
                    part,
                    sumDbEnabled
                            ? "GONOSUMDB (or GOPRIVATE) keeps the checksum database from being asked about it"
                            : "GOSUMDB=off keeps the checksum database from being asked",
                    "");
        }
        return new Expectation(module, part, listed, Expectation.NOTHING);
    }
}
