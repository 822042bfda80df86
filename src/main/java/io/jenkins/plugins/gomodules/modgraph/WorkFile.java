package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoWork;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modfile.Use;
import io.jenkins.plugins.gomodules.module.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a go.work file and the go.mod files of the modules that it uses, and checks that they go together. */
final class WorkFile {
    /** The go version of a go.work file without go line: the first that had workspaces. */
    private static final String DEFAULT_GO = "1.18";

    final Path file;
    final GoWork work;
    final List<MainModule> modules = new ArrayList<>();

    private WorkFile(Path file, GoWork work) {
        this.file = file;
        this.work = work;
    }

    static WorkFile read(Path file) throws IOException {
        WorkFile read;
        try {
            read = new WorkFile(file, GoWork.parse(file.toString(), Files.readAllBytes(file)));
        } catch (ModFileException e) {
            throw new GoModException(GoModException.SYNTAX, e.getMessage(), e);
        } catch (IOException e) {
            throw new GoModException(GoModException.MISSING, file + " cannot be read: " + e, e);
        }
        if (read.work.uses().isEmpty()) {
            throw new GoModException(
                    GoModException.MISSING,
                    file + " uses no module. Add the directories of the modules (go work use ./dir),"
                            + " or set GOWORK=off.");
        }
        read.readModules();
        return read;
    }

    private void readModules() throws IOException {
        Map<Path, Use> directories = new HashMap<>();
        Set<String> paths = new HashSet<>();
        for (Use use : work.uses()) {
            Path root = directory(use);
            Use before = directories.put(root, use);
            if (before != null) {
                throw new GoModException(
                        GoModException.SYNTAX,
                        at(use) + root + " is used on line " + before.line()
                                + " already. Remove one of the two use lines.");
            }
            MainModule module = readModule(use, root);
            if (!paths.add(module.path())) {
                throw new GoModException(
                        GoModException.SYNTAX,
                        at(use) + "module " + module.path() + " is used twice, the second time in " + root
                                + ". Remove one of the two use lines.");
            }
            modules.add(module);
        }
    }

    private Path directory(Use use) throws GoModException {
        try {
            return file.resolveSibling(use.path()).normalize();
        } catch (InvalidPathException e) {
            throw new GoModException(
                    GoModException.SYNTAX, at(use) + "no directory can be called " + use.path() + ".", e);
        }
    }

    private MainModule readModule(Use use, Path root) throws IOException {
        Path goMod = root.resolve("go.mod");
        if (!Files.isRegularFile(goMod)) {
            throw new GoModException(
                    GoModException.MISSING,
                    at(use) + "there is no go.mod in " + root
                            + ". Check that the directory is checked out, remove the line from go.work (go work edit -dropuse="
                            + use.path() + "), or set GOWORK=off.");
        }
        MainModule module = MainModuleFile.read(root, goMod);
        String wanted = module.goMod().goVersion().orElse("");
        String granted = work.goVersion().orElse(DEFAULT_GO);
        if (ModSummary.isAtLeast(wanted, ModSummary.STRICT_SINCE) && GoVersion.compare(wanted, granted) > 0) {
            throw new GoModException(
                    GoModException.OUTDATED,
                    at(use) + root + " requires go " + wanted + ", but go.work "
                            + (work.goVersion().isPresent() ? "says" : "without a go line stands for") + " go "
                            + granted
                            + ". Run go work use and commit go.work.");
        }
        return module;
    }

    private String at(Use use) {
        return file + ":" + use.line() + ": ";
    }
}
