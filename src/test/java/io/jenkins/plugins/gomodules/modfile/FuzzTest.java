package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Fuzz;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of a project, almost as they should be. */
@Timeout(300)
class FuzzTest {

    private static final String[] TOKENS = {
        "(",
        ")",
        "\n",
        "\r\n",
        "//",
        "/*",
        "\"",
        "`",
        "\\",
        "=>",
        "[",
        "]",
        ",",
        "\0",
        "\u00a0",
        "\ufeff",
        "module ",
        "go 1.21",
        "require ",
        "replace ",
        "exclude ",
        "retract ",
        "toolchain ",
        "tool ",
        "ignore ",
        "godebug ",
        "use ./x",
        " v1.0.0",
        " v2.0.0",
        "+incompatible",
        "// indirect",
        "/go.mod",
        " h1:",
        "# ",
        "## explicit",
        "./",
        "../",
        "/v2"
    };

    /** Runs the go command each time. */
    private static final double COMPARED = 0.01;

    private static Fuzz of(String... directories) {
        List<String> seeds = new ArrayList<>();
        for (String directory : directories) {
            Archive.in(directory)
                    .forEach(archive -> archive.texts().keySet().forEach(name -> seeds.add(archive.text(name))));
        }
        return Fuzz.ofTexts(seeds, TOKENS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void goModSaysTheSameWhenWrittenAgain() {
        of("mod", "bad-mod").run(ModFileException.class, data -> {
            GoMod mod = GoMod.parse("go.mod", data);
            String again = GoModText.of(mod);
            assertEquals(again, GoModText.of(GoMod.parse("go.mod", bytes(again))));
        });
    }

    /** A dependency's go.mod may hold what this version does not know, but nothing that it does is read differently. */
    @Test
    void whatIsReadStrictlyIsReadLeniently() {
        of("mod", "lax", "bad-mod").run(ModFileException.class, data -> {
            GoMod strict = GoMod.parse("go.mod", data);
            assertEquals(
                    strict.requires(), GoMod.parseDependency("go.mod", data).requires());
        });
        of("mod", "lax", "bad-mod").run(ModFileException.class, data -> GoMod.parseDependency("go.mod", data));
    }

    @Test
    void goWorkIsRefusedOrRead() {
        of("work", "bad-work").run(ModFileException.class, data -> GoJson.of(GoWork.parse("go.work", data)));
    }

    @Test
    void goSumIsRefusedOrRead() {
        Fuzz sums = Fuzz.ofTexts(
                List.of(
                        "example.com/a v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                                + "example.com/a v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                        "a v1 h1:\n\nb v2 h2:x=\n"),
                TOKENS);
        sums.run(ModFileException.class, data -> GoSum.parse("go.sum", data));
    }

    @Test
    void vendorModulesAreRefusedOrRead() {
        of("vendor").run(ModFileException.class, data -> VendorModules.parse("modules.txt", data));
    }

    /** What the go command refuses to read we refuse, what both read says the same, and what we refuse it cannot use. */
    @Test
    void theGoCommandSaysTheSame(@TempDir Path home, @TempDir Path dir) throws Exception {
        GoTool go = GoTool.orSkip(home).with("GOFLAGS", "");
        of("mod").run(IllegalStateException.class, COMPARED, data -> {
            Path file = Files.write(dir.resolve("go.mod"), data);
            GoTool.Result edit = go.run(dir, "mod", "edit", "-json", file.toString());
            GoMod mod;
            try {
                mod = GoMod.parse("go.mod", data);
            } catch (ModFileException e) {
                boolean unusable = edit.exit() != 0 || go.run(dir, "list", "-m").exit() != 0;
                assertTrue(unusable, "only we refuse it: " + e.getMessage());
                return;
            }
            assertEquals(0, edit.exit(), () -> "only the go command refuses it: " + edit.err());
            if (!repeatsItself(mod)) {
                // Bytes that are no UTF-8 are one character to both, which Go's JSON writes with its number.
                assertEquals(edit.out().replace("\\ufffd", "\ufffd"), GoJson.of(mod));
            }
        });
    }

    /** The editing command tidies up on its way from reading to printing: it drops what is said twice. */
    private static boolean repeatsItself(GoMod mod) {
        return repeats(mod.excludes().stream().map(Object::toString))
                || repeats(mod.replaces().stream().map(replace -> replace.oldPath() + " " + replace.oldVersion()))
                || repeats(mod.tools().stream())
                || repeats(mod.ignores().stream());
    }

    private static boolean repeats(Stream<String> words) {
        List<String> all = words.toList();
        return Set.copyOf(all).size() < all.size();
    }
}
