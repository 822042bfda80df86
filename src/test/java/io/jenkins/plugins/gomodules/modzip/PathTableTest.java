package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTableTest {

    @ParameterizedTest
    @CsvSource({
        "a b c, ''",
        "a/b a/c a/d/e a/d/f, ''",
        "a/ a/b/ a/ a/b/c a/b/, ''",
        "a/b/c a/b, '\"a/b\" is both a file and a directory'",
        "a/b a/b/c, '\"a/b\" is both a file and a directory'",
        "a/b/ a/b, '\"a/b\" is both a file and a directory'",
        "a/b a/c a/b, '\"a/b\" is there more than once'",
        "a/b/c a/B/d, '\"a/B\" and \"a/b\" differ in case only'",
        "a/b A/c, '\"A\" and \"a\" differ in case only'",
        "a/b/c/d a/b/C, '\"a/b/C\" and \"a/b/c\" differ in case only'",
    })
    void findsWhatCollides(String paths, String expected) {
        assertEquals(expected, firstCollision(List.of(paths.split(" "))));
    }

    @Test
    void takesMany() {
        List<String> paths = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            paths.add("d" + random.nextInt(500) + "/e" + random.nextInt(5) + "/f" + i);
        }
        assertEquals("", firstCollision(paths));
        paths.add("D17/x");
        assertEquals("\"D17\" and \"d17\" differ in case only", firstCollision(paths));
    }

    @Test
    void hasNoDepthThatIsTooMuch() {
        String deep = "a/".repeat(30_000) + "a";
        byte[] bytes = deep.getBytes(StandardCharsets.UTF_8);
        assertNull(new PathTable(bytes).add(0, 60_000 / 10 + 1, false));
    }

    private static String firstCollision(List<String> paths) {
        byte[] bytes = String.join(" ", paths).getBytes(StandardCharsets.UTF_8);
        PathTable table = new PathTable(bytes);
        int at = 0;
        for (String path : paths) {
            int end = at + path.getBytes(StandardCharsets.UTF_8).length;
            boolean directory = path.endsWith("/");
            String collision = table.add(at, directory ? end - 1 : end, directory);
            if (collision != null) {
                return collision;
            }
            at = end + 1;
        }
        return "";
    }
}
