package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModulePatternsTest {

    static Stream<Arguments> cases() {
        return Table.rows("patterns.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void matchesPrefixesOfModulePaths(String patterns, String path, String answer) {
        assertEquals(answer.equals("yes"), ModulePatterns.parse(patterns).matches(path));
    }

    @Test
    void listsItsPatterns() {
        ModulePatterns patterns = ModulePatterns.parse(",*.corp/,,github.com/my/*,");
        assertEquals(List.of("*.corp", "github.com/my/*"), patterns.globs());
        assertEquals("*.corp,github.com/my/*", patterns.toString());
        assertFalse(patterns.isEmpty());
        assertTrue(ModulePatterns.parse(",/,").isEmpty());
        assertEquals("", ModulePatterns.NONE.toString());
    }

    @Test
    void isNotLedIntoTryingEverything() {
        ModulePatterns patterns = ModulePatterns.parse("*a".repeat(2_000) + "b");
        assertTimeout(Duration.ofSeconds(5), () -> assertFalse(patterns.matches("a".repeat(10_000))));
    }
}
