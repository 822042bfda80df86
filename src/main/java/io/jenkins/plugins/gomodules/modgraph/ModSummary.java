package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the graph needs of a go.mod file: its requirements without the excluded ones, and whether they suffice. */
final class ModSummary {
    /** First Go version whose go.mod files name all modules that their packages need. */
    static final String PRUNED_SINCE = "1.17";
    /** First Go version whose go line is a minimum that is enforced. */
    static final String STRICT_SINCE = "1.21";

    final GoMod goMod;
    final List<ModuleVersion> requires;
    final boolean pruned;

    ModSummary(GoMod goMod, Set<ModuleVersion> excludes) {
        this.goMod = goMod;
        this.pruned = isAtLeast(goMod.goVersion().orElse(""), PRUNED_SINCE);
        List<Require> all = goMod.requires();
        List<ModuleVersion> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            ModuleVersion module = all.get(i).module();
            if (!excludes.contains(module)) {
                kept.add(module);
            }
        }
        this.requires = kept;
    }

    /** Whether a go line is there and not older than that. */
    static boolean isAtLeast(String goVersion, String minimum) {
        return !goVersion.isEmpty() && GoVersion.compare(goVersion, minimum) >= 0;
    }
}
