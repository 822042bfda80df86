package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModulePath.Split;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModulePathTest {

    static Stream<Arguments> paths() {
        return Table.rows("paths.txt");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void checksPaths(String path, String module, String imported, String file) {
        assertAnswer(module, () -> ModulePath.check(path));
        assertAnswer(imported, () -> ModulePath.checkImportPath(path));
        assertAnswer(file, () -> ModulePath.checkFilePath(path));
    }

    static void assertAnswer(String expected, Executable check) {
        if (expected.equals("ok")) {
            assertDoesNotThrow(check);
        } else {
            String message = assertThrows(InvalidModuleException.class, check).getMessage();
            assertTrue(message.contains(expected), message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
        }
    }

    static Stream<Arguments> majors() {
        return Table.rows("majors.txt");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void splitsPathsBeforeTheirMajorVersion(String path, String prefix, String major) {
        assertEquals(
                prefix.equals("-") ? Optional.empty() : Optional.of(new Split(prefix, major)),
                ModulePath.splitMajor(path));
    }

    static Stream<Arguments> escaped() {
        return Table.rows("escaped.txt");
    }

    @ParameterizedTest
    @MethodSource("escaped")
    void escapesUpperCase(String path, String escaped) {
        assertEquals(escaped, ModulePath.escape(path));
        assertEquals(path, ModulePath.unescape(escaped));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Example.com/a", "example.com/..", "example.com/!a", "example.com/v1/v1", "", "/etc/passwd"})
    void escapesModulePathsOnly(String path) {
        assertThrows(InvalidModuleException.class, () -> ModulePath.escape(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/A",
                "example.com/!",
                "example.com/!A",
                "example.com/!!a",
                "example.com/!1",
                "example.com/a!",
                "example.com/\u00e9",
                "!example.com/a",
                "example.com/../a",
                ""
            })
    void unescapesOnlyWhatEscapingGives(String escaped) {
        assertThrows(InvalidModuleException.class, () -> ModulePath.unescape(escaped));
    }

    @Test
    void escapesVersionsAndWhatElseIsAskedFor() {
        assertEquals("v1.2.3-!r!c1", ModulePath.escapeVersion("v1.2.3-RC1"));
        assertEquals("v1.2.3-RC1", ModulePath.unescapeVersion("v1.2.3-!r!c1"));
        assertEquals("v2.0.0+incompatible", ModulePath.escapeVersion("v2.0.0+incompatible"));
        assertEquals("master", ModulePath.escapeVersion("master"));
        assertEquals("!main branch", ModulePath.escapeVersion("Main branch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "v1!", "v1.", "con", "caf\u00e9", "a:b", "a\u0000b"})
    void refusesVersionsThatCannotBeFileNames(String version) {
        assertThrows(InvalidModuleException.class, () -> ModulePath.escapeVersion(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V1", "v1!", "v!1", "a/b", ".."})
    void unescapesOnlyVersions(String escaped) {
        assertThrows(InvalidModuleException.class, () -> ModulePath.unescapeVersion(escaped));
    }

    /** Two paths never share an escaped form, however file systems treat case. */
    @Test
    void escapingIsReversibleAndInLowerCase() {
        Random random = new Random(20240229);
        String letters = "abzABZ09-_.~/";
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder path = new StringBuilder("example.com/");
            for (int n = random.nextInt(12); n >= 0; n--) {
                path.append(letters.charAt(random.nextInt(letters.length())));
            }
            String escaped;
            try {
                escaped = ModulePath.escape(path.toString());
            } catch (InvalidModuleException e) {
                continue;
            }
            valid++;
            assertEquals(path.toString(), ModulePath.unescape(escaped));
            assertTrue(escaped.chars().noneMatch(c -> c >= 'A' && c <= 'Z'), escaped);
        }
        assertTrue(valid > 2_000, valid + " of the paths were valid");
    }
}
