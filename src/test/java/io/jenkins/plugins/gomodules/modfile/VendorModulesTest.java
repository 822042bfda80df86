package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VendorModulesTest {

    private static final String MARKS = "vendor/modules.txt marks ";

    static Stream<Archive> cases() {
        return Archive.in("vendor");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsContradictions(Archive archive) throws Exception {
        List<String> want = archive.text("gives").lines().toList();
        assertEquals(want, inconsistencies(archive));
    }

    private static List<String> inconsistencies(Archive archive) throws Exception {
        VendorModules vendored = VendorModules.parse("modules.txt", archive.bytes("modules.txt"));
        assertEquals(archive.has("go.work"), vendored.forWorkspace());
        if (!archive.has("go.work")) {
            return vendored.inconsistencies(GoMod.parse("go.mod", archive.bytes("go.mod")));
        }
        Path root = Path.of("somewhere");
        GoWork work = GoWork.parse("go.work", archive.bytes("go.work"));
        List<VendorModules.Main> mains = new ArrayList<>();
        for (Use use : work.uses()) {
            String file = Path.of(use.path()).resolve("go.mod").normalize().toString();
            mains.add(new VendorModules.Main(root.resolve(use.path()), GoMod.parse(file, archive.bytes(file))));
        }
        return vendored.inconsistencies(work, root, mains);
    }

    /** The go command complains about the same modules, in the same order. */
    @Test
    void theGoCommandFindsTheSame(@TempDir Path home, @TempDir Path dir) throws Exception {
        GoTool go = GoTool.orSkip(home).with("GOFLAGS", "");
        for (Archive archive : cases().toList()) {
            Path root = Files.createDirectory(dir.resolve(archive.name()));
            for (String name : archive.texts().keySet()) {
                Path file = root.resolve(name.equals("modules.txt") ? "vendor/modules.txt" : name);
                Files.createDirectories(file.getParent());
                Files.write(file, archive.bytes(name));
            }
            Files.writeString(root.resolve("m.go"), "package m\n");
            GoTool.Result result = go.run(root, "list", "-mod=vendor", ".");
            List<String> ours = new ArrayList<>();
            for (String sentence : archive.text("gives").lines().toList()) {
                int start = sentence.startsWith(MARKS) ? MARKS.length() : 0;
                ours.add(sentence.substring(start, sentence.indexOf(' ', start)));
            }
            assertEquals(ours, subjects(result.err()), archive.name() + ": " + result.err());
            assertEquals(ours.isEmpty(), result.exit() == 0, archive.name() + ": " + result.err());
        }
    }

    private static List<String> subjects(String err) {
        List<String> subjects = new ArrayList<>();
        for (String line : err.lines().toList()) {
            if (line.startsWith("\t") && line.contains(": ")) {
                subjects.add(line.substring(1, line.indexOf(": ")));
            } else if (line.startsWith("go: vendored module ")) {
                subjects.add(line.split(" ")[3]);
            } else if (!line.startsWith("go: ")) {
                break;
            }
        }
        return subjects;
    }

    @Test
    void knowsModulesAndPackages() throws Exception {
        VendorModules vendored = parse("""
            # example.com/a v1.0.0 => example.com/b v1.1.0
            ## explicit; go 1.20
            example.com/a
            example.com/a/x
            # example.com/c v0.1.0
            example.com/c
            # example.com/d => ../d
            """);
        assertEquals(3, vendored.modules().size());
        assertEquals(
                new VendoredModule(
                        new ModuleVersion("example.com/a", "v1.0.0"),
                        Optional.of(new ModuleVersion("example.com/b", "v1.1.0")),
                        true,
                        "1.20",
                        List.of("example.com/a", "example.com/a/x")),
                vendored.modules().get(0));
        ModuleVersion c = new ModuleVersion("example.com/c", "v0.1.0");
        assertEquals(
                new VendoredModule(c, Optional.empty(), false, "", List.of("example.com/c")),
                vendored.module(c).orElseThrow());
        assertEquals(
                new ModuleVersion("../d", ""),
                vendored.modules().get(2).replacement().orElseThrow());
        assertTrue(vendored.module(new ModuleVersion("example.com/c", "v0.2.0")).isEmpty());
        assertFalse(vendored.forWorkspace());
        assertTrue(parse("").modules().isEmpty());
    }

    @Test
    void knowsWhetherItIsForAWorkspace() throws Exception {
        assertTrue(parse("## workspace\n").forWorkspace());
        assertTrue(parse("## x; workspace").forWorkspace());
        assertFalse(parse("# a\n## workspace\n").forWorkspace());
        assertFalse(parse("##workspace\n").forWorkspace());
        assertTrue(parse("## workspace\n").remedy().contains("go work vendor"));
        assertTrue(parse("").remedy().contains("go mod vendor"));
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        assertThrows(ModFileException.class, () -> VendorModules.parse("modules.txt", new byte[(16 << 20) + 1]));
    }

    private static VendorModules parse(String text) throws ModFileException {
        return VendorModules.parse("modules.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
