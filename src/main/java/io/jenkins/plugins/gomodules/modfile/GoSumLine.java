package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;

/**
 * A line of a go.sum file.
 *
 * @param module the module
 * @param goMod whether the hash is of its go.mod file alone, or else of all its files
 * @param hash the hash with its scheme, {@code h1:…}
 */
public record GoSumLine(ModuleVersion module, boolean goMod, String hash) {
    /** The line without its end. */
    @Override
    public String toString() {
        return module.path() + " " + module.version() + (goMod ? "/go.mod " : " ") + hash;
    }
}
