package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoWorkTest {

    static Stream<Archive> good() {
        return Archive.in("work");
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWorkspaces(Archive archive) throws Exception {
        assertEquals(archive.text("go.work.json"), GoJson.of(GoWork.parse("go.work", archive.bytes("go.work"))));
    }

    @Test
    void knowsWhatTheGoCommandDoesNotPrint() throws Exception {
        GoWork work = GoWork.parse(
                "w/go.work",
                "toolchain go1.21.0\ngodebug (\n\ta=b\n)\nuse (\n\t.\n\t./b\n)\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("w/go.work", work.fileName());
        assertEquals(Optional.of("go1.21.0"), work.toolchain());
        assertEquals(Optional.empty(), work.goVersion());
        assertEquals(Map.of("a", "b"), work.godebug());
        assertEquals(7, work.uses().get(1).line());
        assertTrue(work.replaces().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "a,a",
        "./a,a",
        "a/,a",
        "a//b/./c,a/b/c",
        "a/../b,b",
        "../a,../a",
        "../../a/..,../..",
        "/a/b,/a/b",
        "/,/",
        ".,''",
        "'',''",
        "a/b/../../..,.."
    })
    void knowsWhenTwoPathsAreOneDirectory(String path, String shortest) {
        assertEquals(shortest, GoWorkReader.clean(path));
    }
}
