package io.jenkins.plugins.gomodules.verify;

import java.io.Serializable;
import java.util.List;

/**
 * What is to be verified.
 *
 * @param dirs directories of modules or workspaces, absolute or relative to the base directory; at least one
 * @param modCache the module cache, or {@code ""} for the one the go command would use
 * @param database whether the checksum database is asked about what go.sum does not list
 * @param modCacheOrigin how reports call the parameter that names the cache, such as {@code option --modcache}
 */
public record VerifyOptions(List<String> dirs, String modCache, boolean database, String modCacheOrigin)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException when there is no directory */
    public VerifyOptions {
        dirs = List.copyOf(dirs);
        if (dirs.isEmpty()) {
            throw new IllegalArgumentException("dirs: name at least one directory with a go.mod or go.work file.");
        }
    }
}
