package io.jenkins.plugins.gomodules.prefetch;

/** Who fetches the modules. */
public enum Engine {
    /** Natively; the go command only for what version control alone can deliver. */
    AUTO,
    /** In this JVM, in parallel, without a Go toolchain. Modules that need version control fail by name. */
    NATIVE,
    /** {@code go mod download} does it all. */
    GO;

    /**
     * Reads the name that a Jenkinsfile or a command line gives.
     *
     * @throws IllegalArgumentException for any other name, listing the right ones
     */
    public static Engine parse(String name) {
        return switch (name) {
            case "auto" -> AUTO;
            case "native" -> NATIVE;
            case "go" -> GO;
            default ->
                throw new IllegalArgumentException(
                        "engine: \"" + name + "\" is not one of auto, native, go. auto is the default.");
        };
    }

    /** The name users write. */
    public String id() {
        return switch (this) {
            case AUTO -> "auto";
            case NATIVE -> "native";
            case GO -> "go";
        };
    }
}
