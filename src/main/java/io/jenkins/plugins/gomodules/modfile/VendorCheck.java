package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.VendorModules.Main;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares {@code vendor/modules.txt} with the files that it was made from. */
final class VendorCheck {

    private static final String VENDORED = "vendor/modules.txt";

    private final VendorModules vendored;
    private final List<Main> mains;
    private final Optional<GoWork> work;
    /**
     * Whether modules.txt was written by a Go that recorded neither what is explicit nor replacements of all versions.
     */
    private final boolean before114;

    private final VendorReplacements replacements;
    private final List<String> found = new ArrayList<>();

    VendorCheck(VendorModules vendored, List<Main> mains, Optional<GoWork> work, Path workDirectory) {
        this.vendored = vendored;
        this.mains = mains;
        this.work = work;
        this.replacements = new VendorReplacements(mains, work, workDirectory);
        this.before114 = work.isEmpty()
                && GoVersion.compare(mains.get(0).goMod().goVersion().orElse("1.16"), "1.14") < 0;
    }

    List<String> run() {
        Set<ModuleVersion> required = new HashSet<>();
        for (Main main : mains) {
            for (Require require : main.goMod().requires()) {
                required.add(require.module());
                checkRequired(require.module(), main.goMod().fileName());
            }
        }
        Set<ModuleVersion> seen = new HashSet<>();
        for (Main main : mains) {
            checkReplaced(main.goMod().replaces(), seen);
        }
        if (work.isPresent()) {
            checkReplaced(work.get().replaces(), seen);
        }
        for (ModuleVersion module : vendored.providing()) {
            if (isExplicit(module) && !required.contains(module)) {
                found.add(VENDORED + " marks " + module + " as explicit, but "
                        + (work.isPresent() ? "no go.mod of the workspace requires it" : "go.mod does not require it"));
            }
        }
        for (VendoredModule module : vendored.modules()) {
            if (module.replacement().isPresent()
                    && replacements.of(module.module()).isEmpty()) {
                found.add(VENDORED + " marks " + module.module() + " as replaced, but "
                        + (work.isPresent() ? "the workspace" : "go.mod") + " does not replace it");
            }
        }
        if (found.isEmpty() && work.isEmpty()) {
            checkComplete(mains.get(0).goMod());
        }
        return found;
    }

    /** From go 1.17 on go.mod requires every module that packages come from. */
    private void checkComplete(GoMod goMod) {
        if (GoVersion.compare(goMod.goVersion().orElse("1.16"), "1.17") < 0) {
            return;
        }
        Set<ModuleVersion> excluded = new HashSet<>(goMod.excludes());
        Map<String, String> roots = new HashMap<>();
        for (Require require : goMod.requires()) {
            ModuleVersion module = require.module();
            String other = roots.getOrDefault(module.path(), "");
            if (!excluded.contains(module) && Semver.compare(other, module.version()) < 0) {
                roots.put(module.path(), module.version());
            }
        }
        for (ModuleVersion module : vendored.providing()) {
            if (!module.version().equals(roots.get(module.path()))) {
                found.add(
                        module + " is in " + VENDORED + ", but go.mod does not require it, as it has to from go 1.17 on"
                                + ": run `go mod tidy` first");
            }
        }
    }

    private boolean isExplicit(ModuleVersion module) {
        Optional<VendoredModule> entry = vendored.module(module);
        return entry.isPresent() && entry.get().explicit();
    }

    private void checkRequired(ModuleVersion module, String file) {
        if (isExplicit(module)) {
            return;
        }
        String version = vendored.selectedVersion(module.path());
        if (!version.isEmpty() && !version.equals(module.version())) {
            found.add(module + " is required in " + file + ", but " + VENDORED + " has "
                    + new ModuleVersion(module.path(), version));
        } else if (!before114) {
            found.add(module + " is required in " + file + ", but " + VENDORED + " does not mark it as explicit");
        }
    }

    private void checkReplaced(List<Replace> replaces, Set<ModuleVersion> seen) {
        for (Replace replace : replaces) {
            ModuleVersion old = new ModuleVersion(replace.oldPath(), replace.oldVersion());
            Optional<VendorReplacements.Found> now = seen.add(old) ? replacements.of(old) : Optional.empty();
            if (now.isEmpty()) {
                // Seen before, or a main module, which nothing replaces.
                continue;
            }
            Optional<VendoredModule> entry = vendored.module(old);
            Optional<ModuleVersion> then = entry.isPresent() ? entry.get().replacement() : Optional.empty();
            if (then.isEmpty()) {
                boolean unrecorded = before114
                        && (old.version().isEmpty()
                                || !vendored.selectedVersion(old.path()).equals(old.version()));
                if (!unrecorded) {
                    found.add(old + " is replaced in " + now.get().file() + ", but " + VENDORED
                            + " does not mark it as replaced");
                }
            } else if (!same(then.get(), now.get().canonical())) {
                found.add(old + " is replaced by " + now.get().written() + " in "
                        + now.get().file() + ", but by " + then.get() + " in " + VENDORED);
            }
        }
    }

    private static boolean same(ModuleVersion a, ModuleVersion b) {
        return a.equals(b)
                || a.version().isEmpty()
                        && b.version().isEmpty()
                        && a.path().replace('\\', '/').equals(b.path().replace('\\', '/'));
    }
}
