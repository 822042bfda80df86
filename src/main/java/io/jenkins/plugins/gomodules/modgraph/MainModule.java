package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.file.Path;

/**
 * A module that is worked on: the project's own, or one of those that go.work uses.
 *
 * @param dir its root directory, absolute
 * @param goModFile the file that was read: {@code go.mod} there, unless {@code -modfile} names another
 * @param goMod its content; has a module path
 */
public record MainModule(Path dir, Path goModFile, GoMod goMod) {
    /** The module path that go.mod declares. */
    public String path() {
        return goMod.modulePath().orElseThrow();
    }

    /** The module as a node of the graph: main modules have no version. */
    ModuleVersion version() {
        return new ModuleVersion(path(), "");
    }

    /** The go.sum file that belongs to the go.mod file; it need not exist. */
    Path goSumFile() {
        String name = goModFile.getFileName().toString();
        String stem = name.endsWith(".mod") ? name.substring(0, name.length() - ".mod".length()) : name;
        return goModFile.resolveSibling(stem.concat(".sum"));
    }
}
