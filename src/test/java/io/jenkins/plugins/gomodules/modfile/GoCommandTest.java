package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the files of the tests to what the go command of this machine makes of them. */
class GoCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path dir;

    private GoTool go;

    @BeforeEach
    void findGo() throws Exception {
        go = GoTool.orSkip(home);
    }

    @Test
    void theGoCommandReadsTheSameInGoMod() throws Exception {
        for (Archive archive : Archive.in("mod").toList()) {
            Path file = Files.write(dir.resolve("go.mod"), archive.bytes("go.mod"));
            String json = go.run(dir, "mod", "edit", "-json", file.toString())
                    .orFail()
                    .out();
            assertEquals(archive.text("go.mod.json"), json, archive.name());
        }
    }

    @Test
    void theGoCommandReadsTheSameInGoWork() throws Exception {
        for (Archive archive : Archive.in("work").toList()) {
            Path file = Files.write(dir.resolve("go.work"), archive.bytes("go.work"));
            String json = go.run(dir, "work", "edit", "-json", file.toString())
                    .orFail()
                    .out();
            assertEquals(archive.text("go.work.json"), json, archive.name());
        }
    }

    @Test
    void theGoCommandRefusesTheSameGoMod() throws Exception {
        go.with("GOFLAGS", "");
        for (Archive archive : Archive.in("bad-mod").toList()) {
            for (Map.Entry<String, String> text : archive.texts().entrySet()) {
                if (!text.getKey().endsWith(" gives")) {
                    Files.write(dir.resolve("go.mod"), archive.bytes(text.getKey()));
                    GoTool.Result result = go.run(dir, "list", "-m");
                    assertNotEquals(0, result.exit(), archive.name() + ": " + text.getKey() + ": " + result.out());
                }
            }
        }
    }

    @Test
    void theGoCommandRefusesTheSameGoWork() throws Exception {
        go.with("GOFLAGS", "");
        for (String module : new String[] {"a", "b", "c"}) {
            Files.createDirectory(dir.resolve(module));
            Files.writeString(dir.resolve(module).resolve("go.mod"), "module " + module + "\n");
        }
        for (Archive archive : Archive.in("bad-work").toList()) {
            for (Map.Entry<String, String> text : archive.texts().entrySet()) {
                if (!text.getKey().endsWith(" gives")) {
                    Files.write(dir.resolve("go.work"), archive.bytes(text.getKey()));
                    GoTool.Result result = go.run(dir, "list", "-m");
                    assertNotEquals(0, result.exit(), archive.name() + ": " + text.getKey() + ": " + result.out());
                    assertTrue(result.err().contains("go.work") || result.err().contains("replacements"), result.err());
                }
            }
        }
    }
}
