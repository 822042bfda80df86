package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "readme, README, true",
        "a, b, false",
        "a, aa, false",
        "'', '', true",
        "[, '{', false", // differ by the bit that makes letters small
        "k, \u212a, true", // Kelvin
        "s, \u017f, true", // long s
        "\u00e5, \u212b, true", // Angstrom
        "\u03c3, \u03c2, true", // final sigma
        "\u03a3, \u03c2, true",
        "\u00b5, \u03bc, true", // micro
        "\u1e9e, \u00df, true", // capital sharp s
        "\u00df, ss, false", // folds to two letters: not simple
        "i, \u0130, false", // dotted capital I
        "i, \u0131, false", // dotless small i
        "I, \u0130, false",
        "\u01c4, \u01c5, true", // DZ with caron: capital, title
        "\u01c4, \u01c6, true", // and small
        "\u10a0, \u2d00, true", // Georgian
        "\u10d0, \u1c90, true",
        "\u13a0, \uab70, true", // Cherokee
        "\ud801\udc00, \ud801\udc28, true", // Deseret, beyond 16 bits
        "\u65e5\u672c/A, \u65e5\u672c/a, true",
        "\u65e5\u672c, \u65e5\u6728, false",
        "e\u0301, \u00e9, false", // composed or not is not a matter of case
    })
    void comparesAsFileSystemsThatIgnoreCaseDo(String a, String b, boolean same) {
        byte[] bytes = (a + b).getBytes(StandardCharsets.UTF_8);
        int middle = a.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(same, CaseFolding.same(bytes, 0, middle, middle, bytes.length));
        assertEquals(same, CaseFolding.same(bytes, middle, bytes.length, 0, middle));
        assertEquals(same, CaseFolding.hash(bytes, 0, middle) == CaseFolding.hash(bytes, middle, bytes.length));
    }
}
