package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code vendor/modules.txt} says of a module.
 *
 * @param module path and version; version {@code ""} where a replacement of all versions is recorded
 * @param replacement what stands in for it; its version is {@code ""} for a directory
 * @param explicit whether go.mod required it
 * @param goVersion the {@code go} line of its go.mod file, {@code ""} if it had none or it was not recorded
 * @param packages import paths of the packages that are in the vendor directory
 * @see <a href="https://go.dev/ref/mod#vendoring">Go Modules Reference: vendoring</a>
 */
public record VendoredModule(
        ModuleVersion module,
        Optional<ModuleVersion> replacement,
        boolean explicit,
        String goVersion,
        List<String> packages) {

    /** Keeps a copy of the packages. */
    public VendoredModule {
        packages = List.copyOf(packages);
    }
}
