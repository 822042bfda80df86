package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, versions and patterns as they stand in files that anybody may have written. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final String[] TOKENS = {
        "/",
        ".",
        "..",
        "!",
        "v2",
        "/v2",
        ".v1",
        "-",
        "+incompatible",
        "~1",
        "\\",
        "*",
        "?",
        "[",
        "]",
        "[^",
        "a-z",
        ",",
        "CON",
        "É",
        "\u0000",
        "🦀"
    };

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    @Test
    void versionsThatAreTakenSurviveEscapingAndCanonicalForm() {
        Fuzz versions = Fuzz.ofTexts(
                List.of(
                        "example.com/Azure/x v1.2.3",
                        "gopkg.in/yaml.v2 v2.0.0-20240102030405-abcdef012345",
                        "a.b/c/v3 v3.0.0-RC.1+incompatible"),
                TOKENS);
        versions.run(InvalidModuleException.class, data -> {
            String[] parts = (text(data) + " ").split(" ", 3);
            ModuleVersion version = new ModuleVersion(parts[0], parts[1]);
            version.check();
            String canonical = ModuleVersion.canonicalVersion(version.version());
            assertEquals(canonical, ModuleVersion.canonicalVersion(canonical));
            assertEquals(0, Semver.ORDER.compare(version.version(), version.version()));
            assertEquals(version.escapedPath(), version.escapedPath().toLowerCase(java.util.Locale.ROOT));
        });
    }

    @Test
    void patternsMatchOrDoNot() {
        Fuzz patterns = Fuzz.ofTexts(List.of("*.corp.example,github.com/[a-c]*/x?", "a/b,*", "[^a]\\*/**,,"), TOKENS);
        patterns.run(InvalidModuleException.class, data -> {
            ModulePatterns parsed = ModulePatterns.parse(text(data));
            parsed.matches("github.com/abc/xy");
            parsed.matches("git.corp.example/a/b");
        });
    }

    /** Backtracking that doubles with each star would not end. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "*?", "[a]*", "\\a", "?", "*/", ",", "a,"})
    void costsNoMoreThanItsSize(String unit) {
        String name = "a/".repeat(100) + "a".repeat(2_000) + "b";
        Fuzz.growsNoFasterThanItsInput(
                "",
                unit,
                1 << 11,
                InvalidModuleException.class,
                data -> ModulePatterns.parse(text(data)).matches(name));
    }
}
