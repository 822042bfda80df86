package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is to be verified.
 *
 * @param dirs directories of modules or workspaces, absolute or relative to the base directory; at least one
 * @param database whether the checksum database is asked about what go.sum does not list
 * @param settings variables that this caller sets, by name; a GOMODCACHE may be relative to the base directory
 * @param timeouts how long a server may be silent
 * @param retries how often a failed transfer is tried again, 0 to 20
 */
public record VerifyOptions(
        List<String> dirs, boolean database, Map<String, Given> settings, HttpTimeouts timeouts, int retries)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException when there is no directory, or retries are out of range */
    public VerifyOptions {
        dirs = List.copyOf(dirs);
        settings = Map.copyOf(settings);
        PrefetchOptions.requireRetries(retries);
        if (dirs.isEmpty()) {
            throw new IllegalArgumentException("dirs: name at least one directory with a go.mod or go.work file.");
        }
    }

    /** With the patience of a prefetch for which nothing is asked. */
    public VerifyOptions(List<String> dirs, boolean database, Map<String, Given> settings) {
        this(dirs, database, settings, HttpTimeouts.DEFAULT, PrefetchOptions.DEFAULT_RETRIES);
    }
}
