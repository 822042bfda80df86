package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.concurrent.CompletableFuture;

/** Gets the go.mod files of dependencies. */
@FunctionalInterface
public interface GoModLoader {
    /**
     * Starts to get the go.mod file of a module version, replacements already applied. Called from any thread, but never
     * from two at once for one graph, and at most once for each module version of a graph; must return without waiting
     * for the network. The graph keeps what it needs and lets go of the file, so that large graphs take little memory
     * as long as the loader does the same.
     *
     * @return completes with the parsed file, or exceptionally with a message that a person can act on
     */
    CompletableFuture<GoMod> load(ModuleVersion module);
}
