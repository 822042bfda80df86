package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.modfile.GoSum.Verdict;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoSumTest {

    private static final ModuleVersion A = new ModuleVersion("example.com/a", "v1.0.0");
    private static final ModuleVersion B = new ModuleVersion("example.com/b", "v1.0.0");

    @Test
    void keepsHashesOfZipsAndOfGoModFilesApart() throws Exception {
        GoSum sum = parse("""
            example.com/a v1.0.0 h1:zip=
            example.com/a v1.0.0/go.mod h1:mod=
            example.com/b v1.0.0/go.mod h1:modb=
            """);
        assertEquals(Set.of("h1:zip="), sum.zipHashes(A));
        assertEquals(Set.of("h1:mod="), sum.goModHashes(A));
        assertEquals(Set.of(), sum.zipHashes(B));
        assertEquals(Set.of("h1:modb="), sum.goModHashes(B));
        assertEquals(Set.of(A, B), sum.goModVersions());
        assertFalse(sum.isEmpty());
    }

    @Test
    void passesOverBlankLinesAndSpacing() throws Exception {
        GoSum sum = parse("\n  \r\n\texample.com/a\tv1.0.0  h1:zip= \r\n\u00a0\n\nexample.com/b v1.0.0 h1:zipb=");
        assertEquals(Set.of("h1:zip="), sum.zipHashes(A));
        assertEquals(Set.of("h1:zipb="), sum.zipHashes(B));
        assertTrue(parse("").isEmpty());
        assertTrue(parse("\n\n").isEmpty());
    }

    @Test
    void passesOverHashesOfEmptyGoModFiles() throws Exception {
        assertTrue(parse("example.com/a v1.0.0/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\n")
                .isEmpty());
    }

    @Test
    void namesMalformedLines() {
        ModFileException e = assertThrows(
                ModFileException.class,
                () -> parse("example.com/a v1.0.0 h1:x=\n\n<<<<<<< HEAD\nexample.com/a v1.0.0 h1:x= y\n"));
        assertEquals(List.of(3, 4), e.problems().stream().map(p -> p.line()).toList());
        assertTrue(
                e.getMessage()
                        .startsWith("go.sum:3:1: malformed line: a module path, a version and a hash are wanted,"
                                + " and here are 2 fields; "),
                e.getMessage());
        assertTrue(e.getMessage().contains("here are 4 fields"), e.getMessage());
        ModFileException one = assertThrows(ModFileException.class, () -> parse("x\n"));
        assertTrue(one.getMessage().contains("here is 1 field;"), one.getMessage());
        ModFileException many = assertThrows(ModFileException.class, () -> parse("x\n".repeat(1000)));
        assertEquals(50, many.problems().size());
    }

    @Test
    void theGoCommandNamesTheSameMalformedLine(@TempDir Path home, @TempDir Path dir) throws Exception {
        GoTool go = GoTool.orSkip(home).with("GOFLAGS", "");
        Files.writeString(dir.resolve("go.mod"), "module m\n\ngo 1.20\n\nrequire example.com/a v1.0.0\n");
        Files.writeString(dir.resolve("go.sum"), "example.com/a v1.0.0 h1:x=\n\n<<<<<<< HEAD\n");
        GoTool.Result result = go.run(dir, "list", "-m", "all");
        assertTrue(result.err().contains("go.sum:3: "), result.err());
    }

    @Test
    void comparesHashes() throws Exception {
        GoSum sum = parse("""
            example.com/a v1.0.0 h2:unknown
            example.com/a v1.0.0 h1:zip=
            example.com/a v1.0.0 h1:zip=
            example.com/a v1.0.0/go.mod h1:one=
            example.com/a v1.0.0/go.mod h1:two=
            example.com/b v1.0.0 h2:unknown
            """);
        assertEquals(Set.of("h2:unknown", "h1:zip="), sum.zipHashes(A));
        assertEquals(Verdict.VERIFIED, sum.checkZip(A, "h1:zip="));
        assertEquals(Verdict.MISMATCH, sum.checkZip(A, "h1:other="));
        assertEquals(Verdict.MISSING, sum.checkZip(B, "h1:other="));
        assertEquals(Verdict.MISSING, sum.checkGoMod(B, "h1:other="));
        assertEquals(Verdict.MISMATCH, sum.checkGoMod(A, "h1:one="), "two contradict each other");
    }

    @Test
    void readsSeveralFilesAsOne(@TempDir Path dir) throws Exception {
        Path first = Files.writeString(dir.resolve("go.sum"), "example.com/a v1.0.0 h1:zip=\n");
        Path second = Files.writeString(dir.resolve("go.work.sum"), "example.com/b v1.0.0 h1:zipb=\n");
        GoSum sum = GoSum.read(first, dir.resolve("absent"), second);
        assertEquals(Verdict.VERIFIED, sum.checkZip(A, "h1:zip="));
        assertEquals(Verdict.VERIFIED, sum.checkZip(B, "h1:zipb="));
        assertTrue(GoSum.read(dir.resolve("absent")).isEmpty());
        assertTrue(GoSum.read().isEmpty());
        assertThrows(IOException.class, () -> GoSum.read(dir));
        Files.writeString(second, "x");
        ModFileException e = assertThrows(ModFileException.class, () -> GoSum.read(first, second));
        assertEquals(second.toString(), e.problems().get(0).file());
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        assertThrows(ModFileException.class, () -> GoSum.parse("go.sum", new byte[(16 << 20) + 1]));
    }

    @Test
    void listsCannotBeChanged() throws Exception {
        GoSum sum = parse("example.com/a v1.0.0 h1:zip=\nexample.com/a v1.0.0/go.mod h1:mod=\n");
        assertThrows(UnsupportedOperationException.class, () -> sum.zipHashes(A).add("h1:mine="));
        assertThrows(
                UnsupportedOperationException.class, () -> sum.goModVersions().clear());
    }

    /** The time is what a loaded machine needs ten times over. */
    @Test
    void readsTwentyThousandLinesAtOnce() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String module = "example.com/company/module-" + i + " v1." + i + ".0";
            text.append(module).append(" h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydQ=\n");
            text.append(module).append("/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydR=\n");
        }
        byte[] data = text.toString().getBytes(StandardCharsets.UTF_8);
        GoSum sum = assertTimeout(Duration.ofSeconds(2), () -> GoSum.parse("go.sum", data));
        assertEquals(10_000, sum.goModVersions().size());
    }

    private static GoSum parse(String text) throws ModFileException {
        return GoSum.parse("go.sum", text.getBytes(StandardCharsets.UTF_8));
    }
}
