package hudson.slaves;

import hudson.FilePath;

/** Here only for the name of the directory beside a workspace. */
public final class WorkspaceList {
    public static final String COMBINATOR = "@";
    public static final String TMP_DIR_SUFFIX = COMBINATOR + "tmp";

    public static FilePath tempDir(FilePath ws) {
        return ws.sibling(ws.getName() + TMP_DIR_SUFFIX);
    }
}
