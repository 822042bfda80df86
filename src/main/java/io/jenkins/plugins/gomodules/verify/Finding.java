package io.jenkins.plugins.gomodules.verify;

import java.io.Serializable;

/**
 * Something that is not as it should be.
 *
 * @param module module path, or {@code ""} when no module is to blame
 * @param version its version, or {@code ""}
 * @param part what of it
 * @param cause id in the failure catalog
 * @param message a sentence on what is wrong, and what to do
 * @param file the file or directory it is about, or {@code ""}
 * @param expected the h1 hash that it should have, or {@code ""}
 * @param actual the h1 hash that it has, or {@code ""} if it could not be read
 * @param changes by which files it differs, where that can be said
 */
public record Finding(
        String module,
        String version,
        Part part,
        String cause,
        String message,
        String file,
        String expected,
        String actual,
        FileChanges changes)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@code path@version}, or {@code ""}. */
    public String name() {
        return module.isEmpty() || version.isEmpty() ? module : module + "@" + version;
    }
}
