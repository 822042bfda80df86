package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SemverTest {

    static Stream<Arguments> versions() {
        return Table.rows("semver.txt");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void takesVersionsApart(
            String v, String canonical, String major, String majorMinor, String prerelease, String build) {
        boolean valid = !canonical.equals("-");
        assertEquals(valid, Semver.isValid(v));
        assertEquals(valid ? canonical : "", Semver.canonical(v));
        assertEquals(major, Semver.major(v));
        assertEquals(majorMinor, Semver.majorMinor(v));
        assertEquals(prerelease, Semver.prerelease(v));
        assertEquals(build, Semver.build(v));
    }

    @Test
    void ordersByPrecedence() {
        assertOrder("semver-order.txt", Semver::compare);
    }

    @Test
    void ordersVersionsOfOnePrecedenceByTheirText() {
        assertEquals(1, Math.signum(Semver.ORDER.compare("v1.0.0+b", "v1.0.0+a")));
        assertEquals(-1, Math.signum(Semver.ORDER.compare("v1", "v1.0.0")));
        assertEquals(-1, Math.signum(Semver.ORDER.compare("a", "b")));
        assertEquals(0, Semver.ORDER.compare("v1.2.3", "v1.2.3"));
    }

    interface Compare {
        int compare(String a, String b);
    }

    /** Compares every version of a file with every other. */
    static void assertOrder(String file, Compare by) {
        List<Object[]> lines = new ArrayList<>();
        Table.rows(file).forEach(row -> lines.add(row.get()));
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < lines.size(); j++) {
                for (Object a : lines.get(i)) {
                    for (Object b : lines.get(j)) {
                        assertEquals(Integer.compare(i, j), by.compare((String) a, (String) b), a + " and " + b);
                    }
                }
            }
        }
    }
}
