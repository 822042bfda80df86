package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoVersionTest {

    @Test
    void ordersReleasesAndLanguageVersions() {
        SemverTest.assertOrder("go-versions.txt", GoVersion::compare);
    }

    @Test
    void tellsVersionsFromOtherText() {
        List<Arguments> lines = Table.rows("go-versions.txt").toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Object version : lines.get(i).get()) {
                assertEquals(i > 0, GoVersion.isValid((String) version), (String) version);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.21.3,1.21,false,false",
        "1.21rc2,1.21,false,true",
        "1.21,1.21,true,false",
        "1.20,1.20,false,false",
        "1.9beta1,1.9,false,true",
        "1,1,false,false",
        "1.0,1,false,false",
        "1.99999999999,1.99999999999,true,false",
        "bad,'',false,false"
    })
    void knowsTheLanguage(String version, String lang, boolean isLang, boolean prerelease) {
        assertEquals(lang, GoVersion.lang(version));
        assertEquals(isLang, GoVersion.isLang(version));
        assertEquals(prerelease, GoVersion.isPrerelease(version));
    }

    static Stream<Arguments> toolchains() {
        return Table.rows("toolchains.txt");
    }

    @ParameterizedTest
    @MethodSource("toolchains")
    void knowsTheVersionOfAToolchain(String name, String version) {
        assertEquals(version, GoVersion.ofToolchain(name));
    }
}
