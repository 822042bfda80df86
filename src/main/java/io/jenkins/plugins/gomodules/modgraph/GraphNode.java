package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;

/** A required module version while the graph is read. */
final class GraphNode {
    final ModuleVersion module;
    /** What is known of the go.mod file; null until it is asked for, and for main modules. */
    SummaryCache.Entry entry;
    /** What the go.mod file says; null until it is there, and if it failed. */
    ModSummary summary;
    /** Why there is no summary and will not be; null otherwise. */
    Throwable failure;
    /** How far below this module to read, bits of {@link GraphReader}. */
    int modes;
    /** The part of {@link #modes} that has been done. */
    int expanded;

    GraphNode(ModuleVersion module) {
        this.module = module;
    }

    /** Takes the go.mod file from the entry, which is done, unless it is of another module. */
    void take() {
        failure = entry.failure != null ? entry.failure : mismatch();
        if (failure == null) {
            summary = entry.summary;
        }
    }

    /** A module has to call itself by the path it is required by, or by that of its replacement. */
    private GoModException mismatch() {
        ModuleVersion fetched = entry.source.module();
        String declared = entry.summary.modulePath;
        if (entry.source.isLocal() || declared.equals(module.path()) || declared.equals(fetched.path())) {
            return null;
        }
        if (declared.isEmpty()) {
            return new GoModException(
                    GoModException.SYNTAX,
                    "the go.mod file of " + fetched + " has no module line. Require another version of it.");
        }
        String message = "the go.mod file of " + fetched + " declares the module path " + declared
                + ", but it is required as " + module.path() + ". Require it as " + declared;
        if (entry.source.replacedBy().isEmpty()) {
            message += ", or, if it is a fork, require " + declared + " and replace it: replace " + declared + " => "
                    + fetched.path() + " " + fetched.version();
        }
        return new GoModException(GoModException.PATH_MISMATCH, message + ".");
    }
}
