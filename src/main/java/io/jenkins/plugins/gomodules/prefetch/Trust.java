package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.Set;

/**
 * What vouches for the bytes of a module: the hashes in go.sum, and what the settings say about modules that it does
 * not list.
 *
 * @see <a href="https://go.dev/ref/mod#authenticating">Go Modules Reference, Authenticating modules</a>
 */
final class Trust {
    /** What a check came to, when it did not fail. */
    enum Verdict {
        /** The hash is the one that go.sum has. */
        VERIFIED,
        /** Nothing vouches for it, and the settings let it pass. */
        UNCHECKED
    }

    /** The two things of a module that have a hash of their own. */
    enum Part {
        GO_MOD,
        ZIP
    }

    private static final String HASH_SCHEME = "h1:";

    private final GoSum goSum;
    private final Verification mode;
    private final ModulePatterns noSumDb;
    private final boolean sumDbEnabled;

    Trust(GoSum goSum, Verification mode, GoEnvironment environment) {
        this.goSum = goSum;
        this.mode = mode;
        this.noSumDb = environment.noSumDb();
        this.sumDbEnabled = environment.sumDbEnabled();
    }

    /**
     * Asked before anything is fetched: could the module be accepted at all?
     *
     * @throws UntrustedException when go.sum does not list it and the settings do not let it pass
     */
    void requireVouched(ModuleVersion module, Part part) throws UntrustedException {
        if (known(module, part).isEmpty() && !mayPass(module)) {
            throw UntrustedException.notInGoSum(module, part, mode);
        }
    }

    /**
     * Compares a hash with go.sum.
     *
     * @throws UntrustedException when it differs, or nothing vouches for it
     */
    Verdict check(ModuleVersion module, Part part, String hash, String from) throws UntrustedException {
        Set<String> known = known(module, part);
        if (known.contains(hash)) {
            return Verdict.VERIFIED;
        }
        for (String other : known) {
            if (other.startsWith(HASH_SCHEME)) {
                throw UntrustedException.mismatch(module, part, other, hash, from);
            }
        }
        requireVouched(module, part);
        return Verdict.UNCHECKED;
    }

    private Set<String> known(ModuleVersion module, Part part) {
        return part == Part.ZIP ? goSum.zipHashes(module) : goSum.goModHashes(module);
    }

    private boolean mayPass(ModuleVersion module) {
        return switch (mode) {
            case OFF -> true;
            case GO -> !sumDbEnabled || noSumDb.matches(module.path());
            case STRICT -> false;
        };
    }
}
