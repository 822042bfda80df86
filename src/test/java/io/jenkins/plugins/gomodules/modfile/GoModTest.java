package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.modfile.ModFileException.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoModTest {

    static Stream<Archive> good() {
        return Archive.in("mod");
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsMainModules(Archive archive) throws Exception {
        assertEquals(archive.text("go.mod.json"), GoJson.of(GoMod.parse("go.mod", archive.bytes("go.mod"))));
    }

    /** A good file is a good file of a dependency, too, with fewer directives that count. */
    @ParameterizedTest
    @MethodSource("good")
    void readsTheSameInDependencies(Archive archive) throws Exception {
        GoMod main = GoMod.parse("go.mod", archive.bytes("go.mod"));
        GoMod dependency = GoMod.parseDependency("go.mod", archive.bytes("go.mod"));
        assertEquals(main.modulePath(), dependency.modulePath());
        assertEquals(main.deprecated(), dependency.deprecated());
        assertEquals(main.goVersion(), dependency.goVersion());
        assertEquals(main.requires(), dependency.requires());
        assertEquals(main.retracts(), dependency.retracts());
        assertEquals(main.ignores(), dependency.ignores());
        assertEquals(Optional.empty(), dependency.toolchain());
        assertTrue(dependency.replaces().isEmpty());
        assertTrue(dependency.excludes().isEmpty());
        assertTrue(dependency.tools().isEmpty());
        assertTrue(dependency.godebug().isEmpty());
    }

    static Stream<Archive> lax() {
        return Archive.in("lax").filter(archive -> archive.has("go.mod.json"));
    }

    @ParameterizedTest
    @MethodSource("lax")
    void passesOverInDependenciesWhatIsOfNoConcern(Archive archive) throws Exception {
        assertEquals(archive.text("go.mod.json"), GoJson.of(GoMod.parseDependency("go.mod", archive.bytes("go.mod"))));
        assertThrows(ModFileException.class, () -> GoMod.parse("go.mod", archive.bytes("go.mod")));
    }

    @Test
    void knowsTheLinesOfRequirementsAndReplacements() throws Exception {
        GoMod mod = parse("module m\n\nrequire (\n\ta v1.0.0\n\n\tb v1.0.0\n)\nreplace a => ./a\n");
        assertEquals(List.of(4, 6), mod.requires().stream().map(Require::line).toList());
        assertEquals(8, mod.replaces().get(0).line());
        assertTrue(mod.replaces().get(0).isLocal());
        assertEquals("go.mod", mod.fileName());
        assertEquals("go.mod (m)", mod.toString());
    }

    @Test
    void namesVersionsThatTheGoCommandWouldRewrite() throws Exception {
        GoMod mod = parse("module m\nrequire a v1.2\nrequire b v1.2.3\nreplace b => c v1.0.0+x\nretract v1.1\n");
        assertEquals(
                List.of(2, 4, 5),
                mod.incompleteVersions().stream().map(Problem::line).toList());
        assertTrue(mod.incompleteVersions().get(0).message().contains("go mod tidy"));
        assertTrue(parse("module m\nrequire b v1.2.3\n").incompleteVersions().isEmpty());
    }

    @Test
    void listsCannotBeChanged() throws Exception {
        GoMod mod = parse("module m\ngodebug a=b\n");
        assertThrows(UnsupportedOperationException.class, () -> mod.requires().add(null));
        assertThrows(UnsupportedOperationException.class, () -> mod.godebug().clear());
    }

    @Test
    void theLastOfTwoSettingsCounts() throws Exception {
        assertEquals(
                "{a=c, b=x}",
                parse("module m\ngodebug a=b\ngodebug b=x\ngodebug a=c\n")
                        .godebug()
                        .toString());
    }

    @Test
    void keepsWhatIsSaidTwice() throws Exception {
        GoMod mod = parse("module m\nexclude a v1.0.0\nexclude a v1.0.0\nreplace a => ./a\nreplace a => ./a\n");
        assertEquals(2, mod.excludes().size());
        assertEquals(2, mod.replaces().size());
    }

    @Test
    void namesAllProblemsUpToALimit() {
        ModFileException e = assertThrows(ModFileException.class, () -> parse("x\n".repeat(100_000)));
        assertEquals(50, e.problems().size());
        assertEquals(50, e.getMessage().lines().count());
        assertTrue(e.getMessage().startsWith("go.mod:1:1: unknown directive: \"x\""), e.getMessage());
        assertEquals(
                e.getMessage().lines().toList().get(49), e.problems().get(49).toString());
    }

    @Test
    void columnsCountCharacters() {
        ModFileException e = assertThrows(ModFileException.class, () -> parse("module \"é🦀\" x\u0007\n"));
        assertEquals(
                new Problem("go.mod", 1, 14, "unexpected character U+0007; remove it"),
                e.problems().get(0));
    }

    @Test
    void aHostileFileCannotWriteToTheLog() {
        ModFileException e = assertThrows(
                ModFileException.class, () -> parse("module \"m\\u001b[2J\\n\" \u202e\n".replace("\u202e", "x")));
        assertTrue(e.getMessage().chars().noneMatch(c -> c < ' '), e.getMessage());
        ModFileException odd = assertThrows(ModFileException.class, () -> parse("require \"a\\x1b\\n\" v\n"));
        assertTrue(odd.getMessage().chars().noneMatch(c -> c < ' '), odd.getMessage());
    }

    @Test
    void invalidUtf8IsReadAsReplacementCharacters() throws Exception {
        byte[] data = "module m // \u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("m", GoMod.parse("go.mod", data).modulePath().orElseThrow());
    }

    @Test
    void saysThatUtf16IsNotUtf8() {
        byte[] data = "module m\n".getBytes(StandardCharsets.UTF_16LE);
        ModFileException e = assertThrows(ModFileException.class, () -> GoMod.parse("go.mod", data));
        assertTrue(e.getMessage().contains("UTF-16"), e.getMessage());
    }

    @Test
    void exceptionsTravelBetweenAgentAndController() throws Exception {
        ModFileException e = assertThrows(ModFileException.class, () -> parse("x\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(e.problems(), ((ModFileException) in.readObject()).problems());
        }
    }

    @Test
    void directoriesOfWindowsAreForWindows() throws Exception {
        String text = "module m\nreplace a => .\\b\n";
        if (File.separatorChar == '\\') {
            assertEquals(".\\b", parse(text).replaces().get(0).newPath());
        } else {
            ModFileException e = assertThrows(ModFileException.class, () -> parse(text));
            assertTrue(e.getMessage().contains("write the path with slashes"), e.getMessage());
        }
    }

    @Test
    void tellsDirectoriesFromModules() {
        for (String path :
                List.of(".", "..", "./a", "../a", ".\\a", "..\\a", "/", "/a", "\\a", "C:", "c:/a", "Z:\\a")) {
            assertTrue(Replace.isDirectoryPath(path), path);
        }
        for (String path : List.of("", "a", "a/b", "...", ".a", "..a", "1:/a", "example.com/a", "\u00e9:")) {
            assertFalse(Replace.isDirectoryPath(path), path);
        }
    }

    private static GoMod parse(String text) throws ModFileException {
        return GoMod.parse("go.mod", text.getBytes(StandardCharsets.UTF_8));
    }
}
