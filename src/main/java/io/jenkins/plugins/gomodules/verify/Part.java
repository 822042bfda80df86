package io.jenkins.plugins.gomodules.verify;

/** What of a module was found to be wrong. */
public enum Part {
    /** No module: the project's own files, or the settings. */
    PLAN,
    /** The go.mod file, {@code .mod}. */
    GO_MOD,
    /** The zip. */
    ZIP,
    /** The hash that was recorded with the zip, {@code .ziphash}. */
    ZIP_HASH,
    /** The extracted files. */
    TREE;

    /** The word for people and programs. */
    public String id() {
        return switch (this) {
            case PLAN -> "plan";
            case GO_MOD -> "mod";
            case ZIP -> "zip";
            case ZIP_HASH -> "ziphash";
            case TREE -> "tree";
        };
    }
}
