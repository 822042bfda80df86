package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.VendorModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and reads the files of {@link MainModules}. */
final class MainModulesReader {
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
        checkModulesAreOn();
        Optional<Path> workFile = files.workFile();
        return workFile.isPresent() ? readWorkspace(workFile.get()) : readModule();
    }

    private void checkModulesAreOn() throws GoModException {
        String value = env.get("GO111MODULE");
        if (value.isEmpty() || value.equals("on") || value.equals("auto")) {
            return;
        }
        throw new GoModException(
                GoModException.MISSING,
                (value.equals("off") ? "Go modules are switched off" : "The go command does not know this setting")
                        + ": GO111MODULE=" + value + " ("
                        + env.setting("GO111MODULE").origin() + "). Remove that setting.");
    }

    private MainModules readModule() throws IOException {
        Optional<Path> found = files.modFile();
        if (found.isEmpty()) {
            throw files.missing();
        }
        Path root = found.get().getParent();
        MainModule module = MainModuleFile.read(root, modFileInForce(found.get()));
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

    private MainModules readWorkspace(Path file) throws IOException {
        if (env.modFileFlag().isPresent()) {
            throw new GoModException(
                    GoModException.OUTDATED,
                    "-modfile in GOFLAGS cannot be used with " + file + ". Remove it, or set GOWORK=off.");
        }
        WorkFile read = WorkFile.read(file);
        Set<String> paths = new HashSet<>();
        for (MainModule module : read.modules) {
            paths.add(module.path());
        }
        Replacements replacements = new Replacements();
        replacements.addWorkFile(file, read.work.replaces(), paths);
        for (MainModule module : read.modules) {
            replacements.addModule(module);
        }
        noticeUnused(file, read.modules);
        if (env.modFlag().orElse("").equals("mod")) {
            notices.add("GOFLAGS has -mod=mod: go mod download works with it, but go build refuses it in the workspace "
                    + file + ". Remove it, or set GOWORK=off.");
        }
        Path root = file.getParent();
        Optional<VendorModules> vendor =
                new VendorDirectory(root, env, notices).inForce(read.modules, Optional.of(read.work), file);
        return new MainModules(root, read.modules, Optional.of(read.work), file, replacements, vendor, notices);
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
}
