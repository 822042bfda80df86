package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.VendorModules.Main;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands in for modules, as {@code vendor/modules.txt} would record it. */
final class VendorReplacements {

    private final List<Main> mains;
    private final Optional<GoWork> work;
    private final Path workDirectory;

    /** What stands in for a module, how the file that says so has it, how modules.txt would have it, and that file. */
    record Found(ModuleVersion written, ModuleVersion canonical, String file) {}

    VendorReplacements(List<Main> mains, Optional<GoWork> work, Path workDirectory) {
        this.mains = mains;
        this.work = work;
        this.workDirectory = workDirectory;
    }

    /** What stands in for a module: go.work decides, then the go.mod files, the version before all versions. */
    Optional<Found> of(ModuleVersion module) {
        if (module.version().isEmpty() && isMain(module.path())) {
            return Optional.empty();
        }
        if (work.isPresent()) {
            Optional<Replace> replace = find(work.get().replaces(), module);
            if (replace.isPresent()) {
                ModuleVersion written = written(replace.get());
                return Optional.of(new Found(written, written, work.get().fileName()));
            }
        }
        Found last = null;
        for (Main main : mains) {
            Optional<Replace> replace = find(main.goMod().replaces(), module);
            if (replace.isPresent()) {
                ModuleVersion written = written(replace.get());
                last = new Found(written, canonical(written, main), main.goMod().fileName());
            }
        }
        return Optional.ofNullable(last);
    }

    private boolean isMain(String path) {
        for (Main main : mains) {
            if (main.goMod().modulePath().orElse("").equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Replace> find(List<Replace> replaces, ModuleVersion module) {
        Replace all = null;
        for (Replace replace : replaces) {
            if (replace.oldPath().equals(module.path())) {
                if (replace.oldVersion().equals(module.version())) {
                    return Optional.of(replace);
                }
                if (replace.oldVersion().isEmpty()) {
                    all = replace;
                }
            }
        }
        return Optional.ofNullable(all);
    }

    private static ModuleVersion written(Replace replace) {
        return new ModuleVersion(replace.newPath(), replace.newVersion());
    }

    /**
     * Directories in the go.mod files of a workspace are relative to these; modules.txt has them relative to go.work.
     */
    private ModuleVersion canonical(ModuleVersion written, Main main) {
        if (work.isEmpty() || !written.version().isEmpty()) {
            return written;
        }
        try {
            Path path = Path.of(written.path());
            if (path.isAbsolute()) {
                return written;
            }
            Path from = workDirectory.toAbsolutePath().normalize();
            Path to = main.directory().toAbsolutePath().resolve(path).normalize();
            String relative = from.relativize(to).toString();
            if (relative.isEmpty()) {
                relative = ".";
            }
            return new ModuleVersion(Replace.isDirectoryPath(relative) ? relative : "./" + relative, "");
        } catch (IllegalArgumentException e) {
            // No path of this system, or on another drive.
            return written;
        }
    }
}
