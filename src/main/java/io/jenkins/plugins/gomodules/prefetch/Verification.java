package io.jenkins.plugins.gomodules.prefetch;

/** What a module must be checked against before it may enter the cache. */
public enum Verification {
    /** go.sum must vouch for every go.mod file and every zip, or else the checksum database; all others are refused. */
    STRICT,
    /**
     * As the go command would: go.sum, or else the checksum database; modules that GONOSUMDB matches, or all when GOSUMDB is
     * off, need neither.
     */
    GO,
    /** What go.sum lists is checked, what it does not list is accepted. */
    OFF;

    /**
     * Reads the name that a Jenkinsfile or a command line gives.
     *
     * @throws IllegalArgumentException for any other name, listing the right ones
     */
    public static Verification parse(String name) {
        return switch (name) {
            case "strict" -> STRICT;
            case "go" -> GO;
            case "off" -> OFF;
            default ->
                throw new IllegalArgumentException(
                        "verify: \"" + name + "\" is not one of strict, go, off. strict is the default.");
        };
    }

    /** The name users write. */
    public String id() {
        return switch (this) {
            case STRICT -> "strict";
            case GO -> "go";
            case OFF -> "off";
        };
    }
}
