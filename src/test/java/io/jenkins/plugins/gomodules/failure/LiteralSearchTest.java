package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiteralSearchTest {

    @Test
    void findsEveryTextWhateverItsCase() {
        List<String> texts = List.of("no such host", "host", "such", "unknown revision", "revision");
        assertEquals(setOf("no such host", "host", "such"), found(texts, "lookup x: No Such HOST"));
        assertEquals(setOf("unknown revision", "revision"), found(texts, "unknown revision"));
        assertEquals(setOf(), found(texts, "nothing of the kin"));
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(20250101);
        for (int round = 0; round < 400; round++) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                String text = text(random, 4 + random.nextInt(9));
                if (!texts.contains(text)) {
                    texts.add(text);
                }
            }
            String line = text(random, random.nextInt(200));
            List<String> wanted = new ArrayList<>();
            for (String text : texts) {
                if (line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                    wanted.add(text);
                }
            }
            assertEquals(setOf(wanted.toArray(new String[0])), found(texts, line), texts + " in " + line);
        }
    }

    @Test
    void refusesWhatIsTooShort() {
        assertThrows(IllegalArgumentException.class, () -> new LiteralSearch(List.of("abc")));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abAB:".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static Set<String> setOf(String... texts) {
        return new TreeSet<>(List.of(texts));
    }

    private static Set<String> found(List<String> texts, String line) {
        LiteralSearch search = new LiteralSearch(texts);
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        BitSet hits = new BitSet();
        for (int at = search.find(bytes, 0, bytes.length);
                at >= 0;
                at = search.find(bytes, search.next(at), bytes.length)) {
            search.collect(bytes, at, bytes.length, hits);
        }
        Set<String> found = new TreeSet<>();
        hits.stream().forEach(i -> found.add(texts.get(i)));
        return found;
    }
}
