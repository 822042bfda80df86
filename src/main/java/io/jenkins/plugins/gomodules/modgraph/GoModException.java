package io.jenkins.plugins.gomodules.modgraph;

import java.io.IOException;

/** A go.mod or go.work file that no module graph can be built from. The message says where, why and what to do. */
public final class GoModException extends IOException {
    private static final long serialVersionUID = 1L;

    /** There is no go.mod or go.work where one is looked for. */
    public static final String MISSING = "go-mod-missing";
    /** A go.mod or go.work file does not parse, or says what cannot be. */
    public static final String SYNTAX = "go-mod-syntax";
    /** Files of the project contradict each other. */
    public static final String OUTDATED = "go-mod-outdated";
    /** The vendor directory does not match go.mod or go.work. */
    public static final String VENDOR = "vendor-inconsistent";
    /** A module calls itself by another path than the one it is required by. */
    public static final String PATH_MISMATCH = "module-path-mismatch";

    private final String id;

    GoModException(String id, String message) {
        super(message);
        this.id = id;
    }

    GoModException(String id, String message, Throwable cause) {
        super(message, cause);
        this.id = id;
    }

    /** The failure catalog's id of this kind of problem, one of the constants of this class. */
    public String id() {
        return id;
    }
}
