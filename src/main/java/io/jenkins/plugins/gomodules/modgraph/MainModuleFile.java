package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the go.mod file of a main module and checks what the go command checks in it. */
final class MainModuleFile {
    private MainModuleFile() {}

    /**
     * Reads the file.
     *
     * @param root directory of the module
     * @param file its go.mod, or the file in its place
     */
    static MainModule read(Path root, Path file) throws IOException {
        GoMod goMod;
        try {
            goMod = GoMod.parse(file.toString(), Files.readAllBytes(file));
        } catch (ModFileException e) {
            throw new GoModException(GoModException.SYNTAX, e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new GoModException(GoModException.MISSING, "There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new GoModException(GoModException.MISSING, file + " cannot be read: " + e, e);
        }
        checkPaths(file, goMod);
        if (!goMod.incompleteVersions().isEmpty()) {
            StringBuilder message = new StringBuilder();
            for (ModFileException.Problem problem : goMod.incompleteVersions()) {
                message.append(message.length() == 0 ? "" : "\n").append(problem);
            }
            throw new GoModException(GoModException.OUTDATED, message.toString());
        }
        return new MainModule(root, file, goMod);
    }

    private static void checkPaths(Path file, GoMod goMod) throws GoModException {
        try {
            ModulePath.checkImportPath(goMod.modulePath().orElseThrow());
            for (String tool : goMod.tools()) {
                ModulePath.checkImportPath(tool);
            }
        } catch (InvalidModuleException e) {
            throw new GoModException(GoModException.SYNTAX, file + ": " + e.getMessage(), e);
        }
    }
}
