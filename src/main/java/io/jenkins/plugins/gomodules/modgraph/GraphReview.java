package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.modfile.Retract;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks over a loaded graph for what people should know: an outdated go.mod, retracted versions, newer Go needed. */
final class GraphReview {
    /** Longer texts of module authors are left out, as the go command does. */
    private static final int MOST_CHARACTERS = 500;

    private final MainModules mains;
    private final GraphReader reader;
    private String goVersion = "";
    private String goVersionRequiredBy = "";

    GraphReview(MainModules mains, GraphReader reader) {
        this.mains = mains;
        this.reader = reader;
        for (MainModule main : mains.modules()) {
            ask(main.goMod().goVersion().orElse(""), main.path());
        }
        for (ModuleVersion module : reader.graph.modules()) {
            ModSummary summary = reader.summary(module);
            if (summary != null) {
                ask(summary.goVersion, module.toString());
            }
        }
    }

    private void ask(String version, String by) {
        if (!ModSummary.isAtLeast(version, ModSummary.STRICT_SINCE)) {
            return;
        }
        int c = goVersion.isEmpty() ? 1 : GoVersion.compare(version, goVersion);
        if (c > 0 || c == 0 && by.compareTo(goVersionRequiredBy) < 0) {
            goVersion = version;
            goVersionRequiredBy = by;
        }
    }

    String goVersion() {
        return goVersion;
    }

    String goVersionRequiredBy() {
        return goVersionRequiredBy;
    }

    List<GoModChange> changes() {
        List<GoModChange> changes = new ArrayList<>();
        if (mains.work().isPresent()) {
            return changes; // The go command does not change go.mod files of a workspace.
        }
        GoMod goMod = mains.modules().get(0).goMod();
        String written = goMod.goVersion().orElse("");
        if (!goVersion.isEmpty() && !goVersion.equals(written)) {
            changes.add(new GoModChange("go", written, goVersion, "required by " + goVersionRequiredBy));
        }
        addToolchain(changes, goMod.toolchain().orElse(""));
        for (Require r : goMod.requires()) {
            addRequire(changes, r.module());
        }
        return changes;
    }

    /** A go line asks for a toolchain of at least that version. */
    private void addToolchain(List<GoModChange> changes, String written) {
        String version = GoVersion.ofToolchain(written);
        if (!version.isEmpty() && !goVersion.isEmpty() && GoVersion.compare(version, goVersion) < 0) {
            changes.add(new GoModChange("toolchain", written, "go" + goVersion, "go " + goVersion + " is required"));
        }
    }

    private void addRequire(List<GoModChange> changes, ModuleVersion module) {
        String selected = reader.graph.selected(module.path());
        if (mains.excluded(module)) {
            changes.add(new GoModChange(
                    module.path(), module.version(), selected == null ? "" : selected, "go.mod excludes this version"));
        } else if (mains.contains(module.path())) {
            changes.add(new GoModChange(module.path(), module.version(), "", "this is the main module itself"));
        } else if (!module.version().equals(selected)) {
            changes.add(
                    new GoModChange(module.path(), module.version(), selected, "required by " + requiredBy(module)));
        }
    }

    /** A module of the graph that requires the selected version; the first by name, so that it is always the same. */
    private String requiredBy(ModuleVersion module) {
        ModuleVersion selected = new ModuleVersion(module.path(), reader.graph.selected(module.path()));
        String first = "";
        for (ModuleVersion m : reader.graph.modules()) {
            String name = m.toString();
            if (reader.graph.requiredBy(m).contains(selected) && (first.isEmpty() || name.compareTo(first) < 0)) {
                first = name;
            }
        }
        return first;
    }

    List<String> notices() {
        Set<String> notices = new LinkedHashSet<>();
        for (ModuleVersion module : new TreeSet<>(reader.graph.modules())) {
            ModSummary summary = reader.summary(module);
            if (summary != null && !module.version().isEmpty()) {
                addRetraction(notices, module, summary.retracts);
            }
        }
        for (MainModule main : mains.modules()) {
            for (Require r : main.goMod().requires()) {
                if (!r.indirect()) {
                    addDeprecation(notices, r.module().path());
                }
            }
        }
        return new ArrayList<>(notices);
    }

    private void addRetraction(Set<String> notices, ModuleVersion module, List<Retract> retracts) {
        if (retracts.isEmpty()) {
            return;
        }
        String selected = reader.graph.selected(module.path());
        ModuleVersion used = new ModuleVersion(module.path(), selected);
        if (selected.isEmpty() || mains.source(used).replacedBy().isPresent()) {
            return;
        }
        for (Retract retract : retracts) {
            if (Semver.compare(retract.low(), selected) <= 0 && Semver.compare(selected, retract.high()) <= 0) {
                notices.add(used + " is retracted by its authors" + reason(retract.rationale())
                        + " Choose another version: go get " + module.path() + "@latest");
                return;
            }
        }
    }

    private void addDeprecation(Set<String> notices, String path) {
        String selected = reader.graph.selected(path);
        if (selected == null || selected.isEmpty()) {
            return;
        }
        ModuleVersion used = new ModuleVersion(path, selected);
        ModSummary summary = reader.summary(used);
        if (summary != null
                && !summary.deprecated.isEmpty()
                && mains.source(used).replacedBy().isEmpty()) {
            notices.add("module " + path + " is deprecated" + reason(summary.deprecated));
        }
    }

    /** The first line of what authors wrote, unless it is unfit for a terminal. */
    private static String reason(String text) {
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).trim();
        if (line.isEmpty() || line.length() > MOST_CHARACTERS) {
            return ".";
        }
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
                return ".";
            }
        }
        return ": " + line + (line.endsWith(".") ? "" : ".");
    }
}
