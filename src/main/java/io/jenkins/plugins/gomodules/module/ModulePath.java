package io.jenkins.plugins.gomodules.module;

import java.util.Optional;

/**
 * The rules for module paths, import paths and the paths of files inside a module, and the escaping of module paths.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file-ident">Go Modules Reference: module paths and versions</a>
 * @see <a href="https://go.dev/ref/mod#goproxy-protocol">Go Modules Reference: case-encoding</a>
 */
public final class ModulePath {

    private static final String GOPKG_IN = "gopkg.in/";
    private static final String UNSTABLE = "-unstable";

    private ModulePath() {}

    /**
     * A module path taken apart before its major version.
     *
     * @param prefix the path without the major version suffix
     * @param pathMajor {@code ""}, {@code /vN} with N from 2, or on gopkg.in {@code .vN} (with {@code -unstable} where
     *     it has it); prefix and this together are the path
     */
    public record Split(String prefix, String pathMajor) {}

    /**
     * Checks a module path: an import path whose first element looks like a lower-case domain name, whose elements do
     * not start with a dot, and that ends, if in {@code /v} and a number, in a major version from 2 on.
     *
     * @throws InvalidModuleException naming the rule that is broken
     */
    public static void check(String path) {
        String problem = PathRules.moduleProblem(path);
        if (problem != null) {
            throw malformed("module", path, problem);
        }
    }

    /**
     * Checks an import path: elements of ASCII letters, digits and {@code - . _ ~ +}, none of them a name that Windows
     * reserves.
     *
     * @throws InvalidModuleException naming the rule that is broken
     */
    public static void checkImportPath(String path) {
        String problem = PathRules.problem(path, PathRules.IMPORT);
        if (problem != null) {
            throw malformed("import", path, problem);
        }
    }

    /**
     * Checks the slash-separated path of a file inside a module: as an import path, and Unicode letters, spaces and the
     * punctuation {@code !#$%&()+,-.=@[]^_{}~} besides.
     *
     * @throws InvalidModuleException naming the rule that is broken
     */
    public static void checkFilePath(String path) {
        String problem = PathRules.problem(path, PathRules.FILE);
        if (problem != null) {
            throw malformed("file", path, problem);
        }
    }

    private static InvalidModuleException malformed(String kind, String path, String problem) {
        return new InvalidModuleException("malformed " + kind + " path " + GoText.quote(path) + ": " + problem);
    }

    /**
     * The path with each upper-case letter as {@code !} and its lower case.
     *
     * @throws InvalidModuleException if it is not a module path
     */
    public static String escape(String path) {
        check(path);
        return Escaping.escape(path);
    }

    /**
     * The path that {@link #escape} made this of.
     *
     * @throws InvalidModuleException if it made it of none
     */
    public static String unescape(String escaped) {
        String path = Escaping.unescape(escaped);
        String problem = path == null ? "upper case or a stray '!'" : PathRules.moduleProblem(path);
        if (problem != null) {
            throw new InvalidModuleException("invalid escaped module path " + GoText.quote(escaped) + ": " + problem);
        }
        return path;
    }

    /**
     * The version with each upper-case letter as {@code !} and its lower case. It need not be a semantic version
     * (branches and commits are asked for in the same way), but has to be a possible file name without {@code !}.
     *
     * @throws InvalidModuleException if it is not
     */
    public static String escapeVersion(String version) {
        String problem = PathRules.elementProblem(version, PathRules.FILE);
        for (int i = 0; problem == null && i < version.length(); i++) {
            char c = version.charAt(i);
            problem = c == '!' || c >= 0x80 ? "invalid char " + GoText.quote(version.codePointAt(i)) : null;
        }
        if (problem != null) {
            throw new InvalidModuleException("version " + GoText.quote(version) + " is disallowed: " + problem);
        }
        return Escaping.escape(version);
    }

    /**
     * The version that {@link #escapeVersion} made this of.
     *
     * @throws InvalidModuleException if it made it of none
     */
    public static String unescapeVersion(String escaped) {
        String version = Escaping.unescape(escaped);
        String problem =
                version == null ? "upper case or a stray '!'" : PathRules.elementProblem(version, PathRules.FILE);
        if (problem != null) {
            throw new InvalidModuleException("invalid escaped version " + GoText.quote(escaped) + ": " + problem);
        }
        return version;
    }

    /**
     * Takes a path apart before its major version suffix.
     *
     * @return empty for a path that ends in a version, but not in one that a module path may end in: {@code /v0},
     *     {@code /v1}, {@code /v02}, {@code /v2.1}, or a gopkg.in path without {@code .vN}
     */
    public static Optional<Split> splitMajor(String path) {
        int at = majorStart(path);
        return at < 0 ? Optional.empty() : Optional.of(new Split(path.substring(0, at), path.substring(at)));
    }

    /** What {@link #splitMajor} gives as pathMajor, {@code ""} where it gives nothing. */
    static String pathMajor(String path) {
        int at = majorStart(path);
        return at < 0 ? "" : path.substring(at);
    }

    /** Index where the major version suffix starts, the path's length if there is none, -1 if it is a wrong one. */
    static int majorStart(String path) {
        if (path.startsWith(GOPKG_IN)) {
            return gopkgMajorStart(path);
        }
        int i = path.length();
        boolean dot = false;
        while (i > 0 && (isDigit(path.charAt(i - 1)) || path.charAt(i - 1) == '.')) {
            i--;
            dot |= path.charAt(i) == '.';
        }
        if (i <= 1 || i == path.length() || path.charAt(i - 1) != 'v' || path.charAt(i - 2) != '/') {
            return path.length();
        }
        boolean wrong = dot || path.charAt(i) == '0' || path.charAt(i) == '1' && i == path.length() - 1;
        return wrong ? -1 : i - 2;
    }

    private static int gopkgMajorStart(String path) {
        int end = path.endsWith(UNSTABLE) ? path.length() - UNSTABLE.length() : path.length();
        int i = end;
        while (i > 0 && isDigit(path.charAt(i - 1))) {
            i--;
        }
        if (i <= 1 || path.charAt(i - 1) != 'v' || path.charAt(i - 2) != '.') {
            return -1;
        }
        // Digits are needed, and the only number that may start with 0 is 0 itself, without "-unstable" behind it.
        boolean wrong = i == path.length() || path.charAt(i) == '0' && i != path.length() - 1;
        return wrong ? -1 : i - 2;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Checks that a version goes with a path's major version.
     *
     * @param pathMajor as in {@link Split}
     * @throws InvalidModuleException if it does not
     */
    public static void checkMajor(String version, String pathMajor) {
        if (!matchesMajor(version, pathMajor)) {
            throw new InvalidModuleException(majorMismatch(version, pathMajor));
        }
    }

    /** Whether the version goes with a path's major version: {@link #checkMajor} without the exception. */
    public static boolean matchesMajor(String version, String pathMajor) {
        String suffix = stable(pathMajor);
        if (suffix.equals(".v1") && version.startsWith("v0.0.0-")) {
            // The first go commands made v0.0.0 pseudo-versions for gopkg.in's v1, and many go.mod files keep them.
            return true;
        }
        String major = Semver.major(version);
        if (suffix.isEmpty()) {
            return major.equals("v0")
                    || major.equals("v1")
                    || Semver.build(version).equals("+incompatible");
        }
        return suffix.length() == major.length() + 1 && suffix.endsWith(major) && !major.isEmpty();
    }

    static String majorMismatch(String version, String pathMajor) {
        String wanted = pathMajor.isEmpty() ? "v0 or v1" : stable(pathMajor).substring(1);
        String major = Semver.major(version);
        return "version " + GoText.quote(version) + " invalid: should be " + wanted + ", not "
                + (major.isEmpty() ? "this" : major);
    }

    private static String stable(String pathMajor) {
        return pathMajor.startsWith(".v") && pathMajor.endsWith(UNSTABLE)
                ? pathMajor.substring(0, pathMajor.length() - UNSTABLE.length())
                : pathMajor;
    }
}
