package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoWork;
import io.jenkins.plugins.gomodules.modfile.Require;
import io.jenkins.plugins.gomodules.modfile.VendorModules;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is worked on: one module with its go.mod, or the modules of a go.work. Immutable.
 *
 * @see <a href="https://go.dev/ref/mod#glos-main-module">main module</a>
 */
public final class MainModules {
    private final Path root;
    private final List<MainModule> modules;
    private final Optional<GoWork> work;
    private final Path workFile;
    private final Set<String> paths = new HashSet<>();
    private final Set<ModuleVersion> excludes = new HashSet<>();
    private final Replacements replacements;
    private final Optional<VendorModules> vendor;
    private final List<String> notices;

    MainModules(
            Path root,
            List<MainModule> modules,
            Optional<GoWork> work,
            Path workFile,
            Replacements replacements,
            Optional<VendorModules> vendor,
            List<String> notices) {
        this.root = root;
        this.modules = List.copyOf(modules);
        this.work = work;
        this.workFile = workFile;
        this.replacements = replacements;
        this.vendor = vendor;
        this.notices = List.copyOf(notices);
        for (MainModule module : modules) {
            paths.add(module.path());
            excludes.addAll(module.goMod().excludes());
        }
    }

    /**
     * Finds and reads the project that a directory belongs to, as the go command does when it is started there: go.work
     * (GOWORK, or upwards from the directory) or else go.mod (upwards), the go.mod files of all modules that go.work
     * uses, and the vendor directory where it is in force.
     *
     * @param dir the directory, relative to the current one of the process unless absolute
     * @param env the settings in force
     * @throws GoModException if there is no project, or one that cannot be built: says where, why and what to do
     * @throws IOException if a file cannot be read
     */
    public static MainModules load(Path dir, GoEnvironment env) throws IOException {
        return new MainModulesReader(dir, env).read();
    }

    /** The main modules: one, or those of the workspace in the order of go.work. */
    public List<MainModule> modules() {
        return modules;
    }

    /** The go.work file, if the project is a workspace. */
    public Optional<GoWork> work() {
        return work;
    }

    /** Directory of go.work, or else of go.mod; absolute. */
    public Path root() {
        return root;
    }

    /** The files with the hashes that the project trusts; some may not exist. */
    public List<Path> goSumFiles() {
        List<Path> files = new ArrayList<>(modules.size() + 1);
        if (work.isPresent()) {
            files.add(workFile.resolveSibling(workFile.getFileName() + ".sum"));
        }
        for (MainModule module : modules) {
            files.add(module.goSumFile());
        }
        return files;
    }

    /** Whether builds take all packages from the vendor directory, so that nothing needs to be fetched. */
    public boolean vendored() {
        return vendor.isPresent();
    }

    /** The vendor directory's list of modules, if it is in force. */
    Optional<VendorModules> vendor() {
        return vendor;
    }

    /** What a person should know although nothing is wrong; sentences. */
    public List<String> notices() {
        return notices;
    }

    /**
     * The go line in force: that of go.work or else of go.mod; {@code ""} if there is none.
     *
     * @see <a href="https://go.dev/ref/mod#go-mod-file-go">go directive</a>
     */
    public String goVersion() {
        return work.isPresent()
                ? work.get().goVersion().orElse("")
                : modules.get(0).goMod().goVersion().orElse("");
    }

    /** The toolchain line in force, such as {@code go1.22.1}; {@code ""} if there is none. */
    public String toolchain() {
        return work.isPresent()
                ? work.get().toolchain().orElse("")
                : modules.get(0).goMod().toolchain().orElse("");
    }

    /** Whether this is the path of a main module. */
    public boolean contains(String path) {
        return paths.contains(path);
    }

    /** Where the code of a required module comes from once {@code replace} lines are applied. */
    public ModuleSource source(ModuleVersion module) {
        return replacements.source(module);
    }

    /** Why it cannot be said where the code of a module comes from, if the modules of a workspace do not agree on it. */
    Optional<String> conflict(ModuleVersion module) {
        return replacements.conflict(module);
    }

    /** Whether a main module excludes this version, so that requirements on it do not count. */
    public boolean excluded(ModuleVersion module) {
        return excludes.contains(module);
    }

    Set<ModuleVersion> excludes() {
        return excludes;
    }

    /**
     * Whether {@code go mod download} gets the modules that go.mod names and no others: not in workspaces, and not with a
     * go line before 1.17. Without a go line the go command takes its own version, so there too.
     */
    boolean onlyRequired() {
        return work.isEmpty() && (goVersion().isEmpty() || ModSummary.isAtLeast(goVersion(), ModSummary.PRUNED_SINCE));
    }

    /**
     * The zips to download, as far as go.mod alone tells: {@link ModuleGraph#zipsToDownload()} will be the same, provided
     * that go.mod is up to date. With these, downloads can start while the graph is loaded.
     *
     * @return empty if only the graph can tell: in workspaces and before {@code go 1.17}
     */
    public Optional<List<ModuleVersion>> zipsKnownBeforeGraph() {
        if (vendored()) {
            return Optional.of(List.of());
        }
        if (!onlyRequired()) {
            return Optional.empty();
        }
        Map<String, String> highest = new HashMap<>();
        List<Require> requires = modules.get(0).goMod().requires();
        for (Require r : requires) {
            ModuleVersion module = r.module();
            String other = highest.get(module.path());
            boolean counts = !excluded(module) && !contains(module.path());
            if (counts && (other == null || Requirements.isLess(other, module.version()))) {
                highest.put(module.path(), module.version());
            }
        }
        Set<ModuleVersion> zips = new LinkedHashSet<>();
        for (Require r : requires) {
            if (r.module().version().equals(highest.get(r.module().path()))) {
                ModuleSource source = source(r.module());
                if (!source.isLocal()) {
                    zips.add(source.module());
                }
            }
        }
        return Optional.of(List.copyOf(zips));
    }
}
