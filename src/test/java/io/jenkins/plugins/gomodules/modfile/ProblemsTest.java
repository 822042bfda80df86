package io.jenkins.plugins.gomodules.modfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for everything that can be wrong; each text of a case is followed by the problems it is to give. */
class ProblemsTest {

    private static final String WANT = " gives";

    private static Stream<Arguments> cases(Stream<Archive> archives) {
        List<Arguments> cases = new ArrayList<>();
        archives.forEach(archive -> {
            for (Map.Entry<String, String> text : archive.texts().entrySet()) {
                if (!text.getKey().endsWith(WANT)) {
                    String want = archive.text(text.getKey() + WANT);
                    cases.add(Arguments.of(archive.name() + ": " + text.getKey(), text.getValue(), want));
                }
            }
        });
        return cases.stream();
    }

    static Stream<Arguments> badMod() {
        return cases(Archive.in("bad-mod"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMod")
    void ofGoMod(String name, String text, String want) {
        assertProblems(want, () -> GoMod.parse("go.mod", text.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> badDependency() {
        return cases(Archive.in("lax").filter(archive -> !archive.has("go.mod.json")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badDependency")
    void ofGoModOfADependency(String name, String text, String want) {
        assertProblems(want, () -> GoMod.parseDependency("go.mod", text.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> badWork() {
        return cases(Archive.in("bad-work"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWork")
    void ofGoWork(String name, String text, String want) {
        assertProblems(want, () -> GoWork.parse("go.work", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertProblems(String want, Executable parse) {
        ModFileException e = assertThrows(ModFileException.class, parse);
        assertEquals(want, e.getMessage() + "\n");
    }
}
