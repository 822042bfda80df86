package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Writes main modules. */
public final class Project {

    private Project() {}

    /** A main module at go 1.21 that requires these modules directly, with a full go.sum. Returns dir. */
    public static Path requiring(Path dir, ModuleFixture... modules) throws IOException {
        return requiring(dir, "1.21", List.of(modules), List.of(modules));
    }

    /**
     * A main module with a main package.
     *
     * @param go the go line, "" for none
     * @param required what go.mod requires
     * @param summed what go.sum covers
     */
    public static Path requiring(
            Path dir, String go, Collection<ModuleFixture> required, Collection<ModuleFixture> summed)
            throws IOException {
        StringBuilder mod = new StringBuilder("module example.test/main\n");
        if (!go.isEmpty()) {
            mod.append("\ngo ").append(go).append('\n');
        }
        for (ModuleFixture m : required) {
            mod.append("\nrequire ")
                    .append(m.path())
                    .append(' ')
                    .append(m.version())
                    .append('\n');
        }
        return write(dir, mod.toString(), GoProxyTree.goSum(summed));
    }

    /** A main module of the given go.mod and go.sum (none if ""), with a main package. Returns dir. */
    public static Path write(Path dir, String goMod, String goSum) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("go.mod"), goMod);
        if (!goSum.isEmpty()) {
            Files.writeString(dir.resolve("go.sum"), goSum);
        }
        Files.writeString(dir.resolve("main.go"), "package main\n\nfunc main() {}\n");
        return dir;
    }
}
