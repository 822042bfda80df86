package io.jenkins.plugins.gomodules.module;

import java.io.Serializable;

/**
 * A module path and a version, the name under which everything about a module is kept.
 *
 * <p>The constructor checks nothing, because go.mod files and proxies are full of names that are wrong and have to be
 * reported; {@link #check()} does. The version is {@code ""} where there is none: a main module, or every version of a
 * path on the left of a {@code replace}.
 *
 * @param path module path in plain (not escaped) form
 * @param version canonical semantic version with its {@code v}, or {@code ""}
 */
public record ModuleVersion(String path, String version) implements Comparable<ModuleVersion>, Serializable {

    /** Neither may be null. */
    public ModuleVersion {
        if (path == null || version == null) {
            throw new NullPointerException("path and version");
        }
    }

    /**
     * Checks that the path is a module path, the version a semantic version and that the two belong together ({@code
     * example.com/m/v2} goes with {@code v2.…}).
     *
     * @throws InvalidModuleException naming the rule that is broken
     */
    public void check() {
        ModulePath.check(path);
        if (!Semver.isValid(version)) {
            throw new InvalidModuleException("module " + GoText.quote(path) + ": version " + GoText.quote(version)
                    + " is not a semantic version such as v1.2.3");
        }
        String pathMajor = ModulePath.pathMajor(path);
        if (!ModulePath.matchesMajor(version, pathMajor)) {
            throw new InvalidModuleException(
                    "module " + GoText.quote(path) + ": " + ModulePath.majorMismatch(version, pathMajor));
        }
    }

    /**
     * The path as the module cache and proxies write it.
     *
     * @throws InvalidModuleException if the path is not a module path
     */
    public String escapedPath() {
        return ModulePath.escape(path);
    }

    /**
     * The version as the module cache and proxies write it.
     *
     * @throws InvalidModuleException if the version cannot be part of a file name
     */
    public String escapedVersion() {
        return ModulePath.escapeVersion(version);
    }

    /**
     * The version in full: minor and patch filled in, build metadata dropped, except {@code +incompatible}, which
     * belongs to the version; {@code ""} if it is no semantic version.
     */
    public static String canonicalVersion(String v) {
        String canonical = Semver.canonical(v);
        return v.endsWith("+incompatible") && Semver.build(v).equals("+incompatible")
                ? canonical.concat("+incompatible")
                : canonical;
    }

    /** By path, then by semantic version, then by the version's text, so that it agrees with equals. */
    @Override
    public int compareTo(ModuleVersion other) {
        int c = path.compareTo(other.path);
        return c != 0 ? c : Semver.ORDER.compare(version, other.version);
    }

    // Written out because the generated ones start up the JVM's method handle machinery, some 10 ms of a cold start.

    @Override
    public boolean equals(Object other) {
        return other instanceof ModuleVersion
                && path.equals(((ModuleVersion) other).path)
                && version.equals(((ModuleVersion) other).version);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + version.hashCode();
    }

    /** {@code path@version}, or the path alone where there is no version. */
    @Override
    public String toString() {
        return version.isEmpty() ? path : path.concat("@").concat(version);
    }
}
