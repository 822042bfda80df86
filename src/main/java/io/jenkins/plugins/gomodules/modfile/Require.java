package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;

/**
 * A {@code require} line: the module is needed at this version or a later one.
 *
 * @param module path and canonical version
 * @param indirect whether it is marked {@code // indirect}: no package of the main module imports it
 * @param line where it is, from 1
 * @see <a href="https://go.dev/ref/mod#go-mod-file-require">Go Modules Reference: require</a>
 */
public record Require(ModuleVersion module, boolean indirect, int line) {}
