package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.modfile.Retract;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the graph needs of a go.mod file. The file itself is let go, and equal names are kept once: large graphs have
 * hundreds of thousands of requirements, but only some thousands of different ones.
 */
final class ModSummary {
    /** First Go version whose go.mod files name all modules that their packages need. */
    static final String PRUNED_SINCE = "1.17";
    /** First Go version whose go line is a minimum that is enforced. */
    static final String STRICT_SINCE = "1.21";

    /** Path that the module calls itself, {@code ""} if none. */
    final String modulePath;
    /** Its go line, {@code ""} if none. */
    final String goVersion;
    /** Whether the requirements are all that the module's packages need. */
    final boolean pruned;
    /** The requirements that are not excluded. */
    final List<ModuleVersion> requires;

    final String deprecated;
    final List<Retract> retracts;

    /**
     * Summarizes a file.
     *
     * @param excludes versions that a main module excludes
     * @param names module versions by themselves, to be shared between summaries; grows
     */
    ModSummary(GoMod goMod, Set<ModuleVersion> excludes, Map<ModuleVersion, ModuleVersion> names) {
        modulePath = goMod.modulePath().orElse("");
        goVersion = goMod.goVersion().orElse("");
        pruned = isAtLeast(goVersion, PRUNED_SINCE);
        deprecated = goMod.deprecated();
        retracts = goMod.retracts();
        List<Require> all = goMod.requires();
        List<ModuleVersion> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            ModuleVersion module = all.get(i).module();
            if (!excludes.contains(module)) {
                ModuleVersion known = names.putIfAbsent(module, module);
                kept.add(known == null ? module : known);
            }
        }
        requires = kept;
    }

    /** Whether a go line is there and not older than that. */
    static boolean isAtLeast(String goVersion, String minimum) {
        return !goVersion.isEmpty() && GoVersion.compare(goVersion, minimum) >= 0;
    }
}
