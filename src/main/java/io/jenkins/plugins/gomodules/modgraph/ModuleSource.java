package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the code of a required module comes from once {@code replace} lines are applied.
 *
 * @param module the module to fetch; the required module itself if its replacement is a directory
 * @param directory the local directory that stands in for the module, if one does
 * @param replacedBy the file whose {@code replace} line applies, if one does
 * @see <a href="https://go.dev/ref/mod#go-mod-file-replace">replace directive</a>
 */
public record ModuleSource(ModuleVersion module, Optional<Path> directory, Optional<Path> replacedBy) {
    /** Whether there is nothing to fetch. */
    public boolean isLocal() {
        return directory.isPresent();
    }
}
