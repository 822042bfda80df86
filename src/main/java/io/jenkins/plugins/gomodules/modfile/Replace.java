package io.jenkins.plugins.gomodules.modfile;

/**
 * A {@code replace} line: another module or a directory stands in for a module.
 *
 * @param oldPath path of the module that is replaced
 * @param oldVersion the version that is replaced, {@code ""} for every version
 * @param newPath path of the module in its place, or a directory, relative to the file's own unless absolute
 * @param newVersion version of the module in its place, {@code ""} for a directory
 * @param line where it is, from 1
 * @see <a href="https://go.dev/ref/mod#go-mod-file-replace">Go Modules Reference: replace</a>
 */
public record Replace(String oldPath, String oldVersion, String newPath, String newVersion, int line) {

    /** Whether a directory and not a module stands in. */
    public boolean isLocal() {
        return newVersion.isEmpty();
    }

    /**
     * Whether the text names a directory and not a module: it starts with {@code ./}, {@code ../}, {@code /} or a drive
     * letter. The syntax of every system counts, since go.mod files travel.
     */
    public static boolean isDirectoryPath(String s) {
        if (s.isEmpty()) {
            return false;
        }
        char first = s.charAt(0);
        if (first == '/' || first == '\\' || s.equals(".") || s.equals("..")) {
            return true;
        }
        if (s.startsWith("./") || s.startsWith(".\\") || s.startsWith("../") || s.startsWith("..\\")) {
            return true;
        }
        return s.length() >= 2 && s.charAt(1) == ':' && (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z');
    }
}
