package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.module.ModuleVersion;

/**
 * One of the files that a GOPROXY serves for a module version.
 *
 * @param module the module, which has passed {@link ModuleVersion#check}
 * @param kind which file
 * @see <a href="https://go.dev/ref/mod#goproxy-protocol">GOPROXY protocol</a>
 */
public record ModuleFile(ModuleVersion module, Kind kind) {
    /** The files of a version. */
    public enum Kind {
        INFO("info"),
        MOD("mod"),
        ZIP("zip");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        /** How the file's name ends, without a dot. */
        public String suffix() {
            return suffix;
        }
    }

    /** Where the file is below a proxy's base URL, case-escaped as the protocol asks. */
    String path() {
        return module.escapedPath() + "/@v/" + module.escapedVersion() + "." + kind.suffix();
    }
}
