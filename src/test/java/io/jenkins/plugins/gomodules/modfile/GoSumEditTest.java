package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoSumEditTest {
    private static final GoSumLine ZIP = new GoSumLine(new ModuleVersion("example.com/b", "v1.9.0"), false, "h1:zip");
    private static final GoSumLine GO_MOD = new GoSumLine(new ModuleVersion("example.com/b", "v1.9.0"), true, "h1:mod");

    private static String add(String content, GoSumLine... lines) throws ModFileException {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        return new String(GoSumEdit.add("go.sum", data, List.of(lines)), StandardCharsets.UTF_8);
    }

    @Test
    void sortsByPathThenByVersionThenTheZipFirst() throws Exception {
        String content = "example.com/c v1.0.0 h1:c\n" + "example.com/b v1.10.0/go.mod h1:10m\n"
                + "example.com/b v1.10.0 h1:10\n" + "example.com/a/v2 v2.0.0 h1:a2\n" + "example.com/a v1.0.0 h1:a\n"
                + "example.com/b v1.9.0-rc.1 h1:rc\n";
        String sorted = "example.com/a v1.0.0 h1:a\n" + "example.com/a/v2 v2.0.0 h1:a2\n"
                + "example.com/b v1.9.0-rc.1 h1:rc\n" + "example.com/b v1.9.0 h1:zip\n"
                + "example.com/b v1.9.0/go.mod h1:mod\n" + "example.com/b v1.10.0 h1:10\n"
                + "example.com/b v1.10.0/go.mod h1:10m\n" + "example.com/c v1.0.0 h1:c\n";
        assertEquals(sorted, add(content, GO_MOD, ZIP));
        assertEquals(sorted, add(sorted, ZIP), "what is there is not added twice");
    }

    @Test
    void keepsHashesOfOtherKindsAndDropsBlankLines() throws Exception {
        assertEquals(
                "example.com/b v1.9.0 h1:zip\nexample.com/b v1.9.0 h9:zip\n",
                add("\r\n \nexample.com/b   v1.9.0\th9:zip \r\n", ZIP));
    }

    @Test
    void whatIsNotUnderstoodIsNotRewritten() {
        assertThrows(ModFileException.class, () -> add("<<<<<<< HEAD\n", ZIP));
    }
}
