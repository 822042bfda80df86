package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.GoWork;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modfile.Use;
import io.jenkins.plugins.gomodules.modfile.VendorModules;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files of {@link MainModules} and checks what the go command checks before it looks at any dependency. */
final class MainModulesReader {
    /** The go version of a go.work file without go line: the first that had workspaces. */
    private static final String WORK_DEFAULT = "1.18";

    private final Path dir;
    private final GoEnvironment env;
    private final ProjectFiles files;
    private final List<String> notices = new ArrayList<>();

    MainModulesReader(Path dir, GoEnvironment env) {
        this.dir = dir.toAbsolutePath().normalize();
        this.env = env;
        this.files = new ProjectFiles(this.dir, env);
    }

    MainModules read() throws IOException {
        files.checkDirectory();
        if (env.get("GO111MODULE").equals("off")) {
            throw new GoModException(
                    GoModException.MISSING,
                    "Go modules are switched off: GO111MODULE=off ("
                            + env.setting("GO111MODULE").origin() + "). Remove that setting.");
        }
        Optional<Path> workFile = files.workFile();
        return workFile.isPresent() ? readWorkspace(workFile.get()) : readModule();
    }

    private MainModules readModule() throws IOException {
        Optional<Path> found = files.modFile();
        if (found.isEmpty()) {
            throw files.missing();
        }
        Path root = found.get().getParent();
        MainModule module = readMainModule(root, modFileInForce(found.get()));
        Replacements replacements = new Replacements();
        replacements.addModule(module);
        if (module.goMod().goVersion().isEmpty()) {
            notices.add(module.goModFile() + " has no go line, so only the modules that it names are downloaded."
                    + " Run go mod tidy and commit go.mod.");
        }
        List<MainModule> modules = List.of(module);
        Optional<VendorModules> vendor =
                new VendorDirectory(root, env, notices).inForce(modules, Optional.empty(), module.goModFile());
        return new MainModules(root, modules, Optional.empty(), module.goModFile(), replacements, vendor, notices);
    }

    /** {@code -modfile} names a file to read in place of go.mod; the module's directory stays where go.mod is. */
    private Path modFileInForce(Path goMod) throws GoModException {
        Optional<String> other = env.modFileFlag();
        if (other.isEmpty()) {
            return goMod;
        }
        if (!other.get().endsWith(".mod")) {
            throw new GoModException(
                    GoModException.MISSING,
                    "-modfile=" + other.get() + " in GOFLAGS must name a file that ends in .mod.");
        }
        Path file = dir.resolve(other.get()).normalize();
        if (!Files.isRegularFile(file)) {
            throw new GoModException(
                    GoModException.MISSING, "-modfile in GOFLAGS names " + file + ", but there is no such file.");
        }
        return file;
    }

    private MainModules readWorkspace(Path workFile) throws IOException {
        if (env.modFileFlag().isPresent()) {
            throw new GoModException(
                    GoModException.OUTDATED,
                    "-modfile in GOFLAGS cannot be used with " + workFile + ". Remove it, or set GOWORK=off.");
        }
        GoWork work;
        try {
            work = GoWork.parse(workFile.toString(), Files.readAllBytes(workFile));
        } catch (ModFileException e) {
            throw new GoModException(GoModException.SYNTAX, e.getMessage(), e);
        }
        if (work.uses().isEmpty()) {
            throw new GoModException(
                    GoModException.MISSING,
                    workFile + " uses no module. Add the directories of the modules (go work use ./dir),"
                            + " or set GOWORK=off.");
        }
        List<MainModule> modules = new ArrayList<>(work.uses().size());
        Map<Path, Use> directories = new HashMap<>();
        Set<String> paths = new HashSet<>();
        for (Use use : work.uses()) {
            MainModule module = readUsed(workFile, work, use, directories);
            if (!paths.add(module.path())) {
                throw new GoModException(
                        GoModException.SYNTAX,
                        at(workFile, use) + "module " + module.path() + " is used twice, the second time in "
                                + module.dir() + ". Remove one of the two use lines.");
            }
            modules.add(module);
        }
        Replacements replacements = new Replacements();
        replacements.addWorkFile(workFile, work.replaces(), paths);
        for (MainModule module : modules) {
            replacements.addModule(module);
        }
        noticeUnused(workFile, modules);
        Path root = workFile.getParent();
        Optional<VendorModules> vendor =
                new VendorDirectory(root, env, notices).inForce(modules, Optional.of(work), workFile);
        return new MainModules(root, modules, Optional.of(work), workFile, replacements, vendor, notices);
    }

    private MainModule readUsed(Path workFile, GoWork work, Use use, Map<Path, Use> directories) throws IOException {
        Path root;
        try {
            root = workFile.resolveSibling(use.path()).normalize();
        } catch (InvalidPathException e) {
            throw new GoModException(
                    GoModException.SYNTAX, at(workFile, use) + "no directory can be called " + use.path() + ".", e);
        }
        Use before = directories.put(root, use);
        if (before != null) {
            throw new GoModException(
                    GoModException.SYNTAX,
                    at(workFile, use) + root + " is used on line " + before.line()
                            + " already. Remove one of the two use lines.");
        }
        Path goMod = root.resolve("go.mod");
        if (!Files.isRegularFile(goMod)) {
            throw new GoModException(
                    GoModException.MISSING,
                    at(workFile, use) + "there is no go.mod in " + root
                            + ". Check that the directory is checked out, remove the line from go.work"
                            + " (go work edit -dropuse=" + use.path() + "), or set GOWORK=off.");
        }
        MainModule module = readMainModule(root, goMod);
        String wanted = module.goMod().goVersion().orElse("");
        String granted = work.goVersion().orElse(WORK_DEFAULT);
        if (ModSummary.isAtLeast(wanted, ModSummary.STRICT_SINCE) && GoVersion.compare(wanted, granted) > 0) {
            throw new GoModException(
                    GoModException.OUTDATED,
                    at(workFile, use) + root + " requires go " + wanted + ", but go.work "
                            + (work.goVersion().isPresent() ? "says" : "without a go line stands for") + " go "
                            + granted
                            + ". Run go work use and commit go.work.");
        }
        return module;
    }

    private MainModule readMainModule(Path root, Path file) throws IOException {
        GoMod goMod;
        try {
            goMod = GoMod.parse(file.toString(), Files.readAllBytes(file));
        } catch (ModFileException e) {
            throw new GoModException(GoModException.SYNTAX, e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new GoModException(GoModException.MISSING, "There is no file " + file + ".", e);
        }
        Optional<String> path = goMod.modulePath();
        if (path.isEmpty()) {
            throw new GoModException(
                    GoModException.SYNTAX, file + " has no module line. Add one: go mod edit -module=example.com/name");
        }
        try {
            if (path.get().equals("go") || path.get().equals("toolchain")) {
                throw new InvalidModuleException("module path " + path.get() + " is reserved");
            }
            ModulePath.checkImportPath(path.get());
            for (String tool : goMod.tools()) {
                ModulePath.checkImportPath(tool);
            }
        } catch (InvalidModuleException e) {
            throw new GoModException(GoModException.SYNTAX, file + ": " + e.getMessage(), e);
        }
        if (!goMod.incompleteVersions().isEmpty()) {
            StringBuilder message = new StringBuilder();
            for (ModFileException.Problem problem : goMod.incompleteVersions()) {
                message.append(message.length() == 0 ? "" : "\n").append(problem);
            }
            throw new GoModException(GoModException.OUTDATED, message.toString());
        }
        return new MainModule(root, file, goMod);
    }

    /** Someone who stands in a module that go.work does not use probably expects that one. */
    private void noticeUnused(Path workFile, List<MainModule> modules) {
        Optional<Path> here = files.modFile();
        if (here.isEmpty() || !here.get().startsWith(workFile.getParent())) {
            return;
        }
        for (MainModule module : modules) {
            if (module.goModFile().equals(here.get())) {
                return;
            }
        }
        notices.add(here.get() + " is not part of the workspace " + workFile
                + ", whose modules are used instead. Add it (go work use), or set GOWORK=off.");
    }

    private static String at(Path workFile, Use use) {
        return workFile + ":" + use.line() + ": ";
    }
}
