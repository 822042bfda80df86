package io.jenkins.plugins.gomodules.modgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link MainModules} tells; most of it, and all errors about content, are in {@link GraphCasesTest}. */
class MainModulesTest {
    @TempDir
    Path temp;

    private final GoEnvironment env = GoEnvironment.builder().build();

    private void write(String file, String text) throws IOException {
        Path path = temp.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void aModule() throws Exception {
        write(
                "go.mod",
                "module ex.com/m\ngo 1.22\ntoolchain go1.22.5\nexclude ex.com/a v1.0.0\n"
                        + "replace ex.com/b => ../b\nreplace ex.com/c v1.0.0 => ex.com/d v2.0.0+incompatible\n");
        Files.createDirectories(temp.resolve("cmd/tool"));

        MainModules mains = MainModules.load(temp.resolve("cmd/tool"), env);

        assertEquals(temp, mains.root());
        assertEquals("ex.com/m", mains.modules().get(0).path());
        assertEquals(temp.resolve("go.mod"), mains.modules().get(0).goModFile());
        assertEquals(List.of(temp.resolve("go.sum")), mains.goSumFiles());
        assertEquals("1.22", mains.goVersion());
        assertEquals("go1.22.5", mains.toolchain());
        assertTrue(mains.contains("ex.com/m"));
        assertFalse(mains.contains("ex.com/m/v2"));
        assertFalse(mains.vendored());
        assertTrue(mains.work().isEmpty());
        assertTrue(mains.excluded(new ModuleVersion("ex.com/a", "v1.0.0")));
        assertFalse(mains.excluded(new ModuleVersion("ex.com/a", "v1.0.1")));

        ModuleSource b = mains.source(new ModuleVersion("ex.com/b", "v1.0.0"));
        assertTrue(b.isLocal());
        assertEquals(temp.resolveSibling("b"), b.directory().orElseThrow());
        assertEquals(new ModuleVersion("ex.com/b", "v1.0.0"), b.module());
        ModuleSource c = mains.source(new ModuleVersion("ex.com/c", "v1.0.0"));
        assertEquals(new ModuleVersion("ex.com/d", "v2.0.0+incompatible"), c.module());
        assertEquals(temp.resolve("go.mod"), c.replacedBy().orElseThrow());
        ModuleSource other = mains.source(new ModuleVersion("ex.com/c", "v1.0.1"));
        assertEquals(new ModuleVersion("ex.com/c", "v1.0.1"), other.module());
        assertTrue(other.replacedBy().isEmpty());
    }

    @Test
    void aWorkspace() throws Exception {
        write("go.work", "go 1.23\ntoolchain go1.23.4\nuse ./b\nuse ./a\n");
        write("a/go.mod", "module ex.com/a\ngo 1.20\nexclude ex.com/x v1.0.0\nreplace ex.com/y => ./y\n");
        write("b/go.mod", "module ex.com/b\n");

        MainModules mains = MainModules.load(temp.resolve("a"), env);

        assertEquals(temp, mains.root());
        assertEquals(
                List.of("ex.com/b", "ex.com/a"),
                mains.modules().stream().map(MainModule::path).toList());
        assertEquals(
                List.of(temp.resolve("go.work.sum"), temp.resolve("b/go.sum"), temp.resolve("a/go.sum")),
                mains.goSumFiles());
        assertEquals("1.23", mains.goVersion());
        assertEquals("go1.23.4", mains.toolchain());
        assertTrue(mains.work().isPresent());
        assertTrue(mains.excluded(new ModuleVersion("ex.com/x", "v1.0.0")));
        assertEquals(
                temp.resolve("a/y"),
                mains.source(new ModuleVersion("ex.com/y", "v1.0.0"))
                        .directory()
                        .orElseThrow());
    }

    @Test
    void errorsAboutContentKeepWhatTheParserFound() throws Exception {
        write("go.mod", "module ex.com/m\nnonsense\n");

        GoModException e = assertThrows(GoModException.class, () -> MainModules.load(temp, env));

        assertEquals(GoModException.SYNTAX, e.id());
        assertEquals(1, ((ModFileException) e.getCause()).problems().size());
    }

    @Test
    void aDirectoryThatIsNotThere() {
        GoModException e = assertThrows(GoModException.class, () -> MainModules.load(temp.resolve("nowhere"), env));

        assertEquals(GoModException.MISSING, e.id());
        assertTrue(e.getMessage().startsWith("There is no directory " + temp.resolve("nowhere")), e.getMessage());
    }

    @Test
    void aFileInPlaceOfADirectory() throws Exception {
        write("go.mod", "module ex.com/m\n");

        GoModException e = assertThrows(GoModException.class, () -> MainModules.load(temp.resolve("go.mod"), env));

        assertEquals(
                temp.resolve("go.mod") + " is no directory. Name the directory that holds go.mod or go.work.",
                e.getMessage());
    }
}
