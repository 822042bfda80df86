package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.Collection;

/** The hash that a part of a module must have, and who says so. */
final class Expectation {
    /** In place of whoever vouches: nobody does, and the settings let it pass. */
    static final String NOTHING = "nothing";

    private static final String HASH_SCHEME = "h1:";

    private final ModuleVersion module;
    private final Trust.Part part;
    private final Collection<String> hashes;
    private final String by;
    private volatile String found = "";

    /**
     * @param hashes the hashes that are right; those of a scheme that is not known here do not count
     * @param by who says so: {@code go.sum}, the name of a checksum database, or {@link #NOTHING}
     */
    Expectation(ModuleVersion module, Trust.Part part, Collection<String> hashes, String by) {
        this.module = module;
        this.part = part;
        this.hashes = hashes;
        this.by = by;
    }

    /** Whether one of the hashes is of the scheme that is used here. */
    static boolean hasKnownHash(Collection<String> hashes) {
        for (String hash : hashes) {
            if (hash.startsWith(HASH_SCHEME)) {
                return true;
            }
        }
        return false;
    }

    /** Who says so: {@code go.sum}, the name of a checksum database, or {@link #NOTHING}. */
    String by() {
        return by;
    }

    /** The hash that was found to be right, or {@code ""}. */
    String found() {
        return found;
    }

    /**
     * Compares a hash.
     *
     * @param from where the bytes came from
     * @throws UntrustedException when it is another
     */
    void check(String hash, String from) throws UntrustedException {
        if (hashes.contains(hash)) {
            found = hash;
            return;
        }
        for (String other : hashes) {
            if (other.startsWith(HASH_SCHEME)) {
                throw UntrustedException.mismatch(module, part, other, by, hash, from);
            }
        }
    }
}
