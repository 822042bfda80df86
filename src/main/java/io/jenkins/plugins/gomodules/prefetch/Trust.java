package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.modfile.GoSumLine;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
    private final Map<ModuleVersion, Expectation> unlistedZips = new ConcurrentHashMap<>();
    private final Map<ModuleVersion, Expectation> unlistedGoMods = new ConcurrentHashMap<>();

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
            Expectation expected = database.expect(module, part);
            unlisted(part).put(module, expected);
            return expected;
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

    private Map<ModuleVersion, Expectation> unlisted(Part part) {
        return part == Part.ZIP ? unlistedZips : unlistedGoMods;
    }

    /** The lines that go.sum lacks for what was fetched, as far as the checksum database vouched for it. */
    List<GoSumLine> missingLines(ProjectModules fetched) {
        List<GoSumLine> lines = new ArrayList<>();
        add(lines, fetched.zips(), Part.ZIP);
        add(lines, fetched.goMods(), Part.GO_MOD);
        return lines;
    }

    private void add(List<GoSumLine> lines, List<ModuleVersion> modules, Part part) {
        for (ModuleVersion module : modules) {
            Expectation expected = unlisted(part).get(module);
            if (expected != null && !expected.found().isEmpty()) {
                lines.add(new GoSumLine(module, part == Part.GO_MOD, expected.found()));
            }
        }
    }
}
