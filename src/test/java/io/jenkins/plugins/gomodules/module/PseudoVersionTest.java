package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PseudoVersionTest {

    static Stream<Arguments> versions() {
        return Table.rows("pseudo-versions.txt");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void takesPseudoVersionsApart(String version, String base, String time, String revision) {
        assertEquals(!base.equals("no"), PseudoVersion.isPseudo(version));
        if (base.equals("no") || base.equals("invalid")) {
            String message = assertThrows(InvalidModuleException.class, () -> PseudoVersion.parse(version))
                    .getMessage();
            assertTrue(message.contains(base.equals("no") ? "none of the forms" : time), message);
        } else {
            assertEquals(new PseudoVersion(base, Instant.parse(time), revision), PseudoVersion.parse(version));
        }
    }
}
