package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Logs are written by anybody. Whatever they hold, reading them ends, and the result is small. */
@Execution(ExecutionMode.CONCURRENT)
class HostileLogTest {
    private static final int MANY = 40_000_000;

    /** Repeats a text until so many bytes have been read, without holding them. */
    private static InputStream repeat(String text, long bytes) {
        byte[] unit = text.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                return position < bytes ? unit[(int) (position++ % unit.length)] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(length, bytes - position);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = unit[(int) ((position + i) % unit.length)];
                }
                position += count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };
    }

    private static Diagnosis classify(InputStream log) throws IOException {
        return Classifier.standard().classify(log, ClassifierContext.NONE);
    }

    private static void assertSmall(Diagnosis diagnosis) {
        assertTrue(diagnosis.causes().size() <= Classifier.standard().ids().size());
        for (Cause cause : diagnosis.causes()) {
            assertTrue(cause.evidence().size() <= 6, cause.id());
            for (Evidence evidence : cause.evidence()) {
                assertTrue(evidence.text().length() <= 500, cause.id());
                assertTrue(evidence.text().chars().noneMatch(Character::isISOControl), cause.id());
            }
            assertTrue(cause.title().length() <= 1000, cause.id());
        }
    }

    @Test
    void readsALineThatDoesNotEnd() throws IOException {
        assertEquals(List.of(), classify(repeat("x", MANY)).causes());
        Diagnosis diagnosis = classify(repeat("go: a.example/b@v1.0.0: unknown revision v1.0.0 ", MANY / 10));
        assertEquals("version-not-found", diagnosis.root().orElseThrow().id());
        assertSmall(diagnosis);
    }

    @Test
    void readsAMillionMatches() throws IOException {
        Diagnosis diagnosis = classify(repeat(
                "#12 14.70 go: a.example/b@v1.0.0: Get \"https://p.example/\": dial tcp: lookup p.example: no such host\n",
                MANY));
        assertEquals("dns-failure", diagnosis.root().orElseThrow().id());
        assertSmall(diagnosis);
    }

    /** Each of these has a text that calls for an expression, which then does not match. */
    @Test
    void readsAMillionNearMisses() throws IOException {
        assertEquals(
                List.of(),
                classify(repeat(
                                "no such host unknown revision checksum mismatch? missing go.sum entr\\\" i/o timeou\n",
                                MANY / 4))
                        .causes()
                        .stream()
                        .filter(cause -> cause.id().equals("dns-failure"))
                        .toList());
    }

    @Test
    void readsRandomBytes() throws IOException {
        Random random = new Random(4);
        List<String> pieces = RuleSetPieces.literals();
        for (int round = 0; round < 300; round++) {
            StringBuilder log = new StringBuilder();
            while (log.length() < 3000) {
                switch (random.nextInt(6)) {
                    case 0 -> log.append(pieces.get(random.nextInt(pieces.size())));
                    case 1 -> log.append((char) random.nextInt(0x3000));
                    case 2 -> log.append("\u001b[" + random.nextInt(200) + "m");
                    case 3 -> log.append("\n \t\r\"\\[]{}@:/".charAt(random.nextInt(13)));
                    case 4 -> log.append("https://a.example/b@v1.").append(random.nextInt(10));
                    default -> log.append("go: \\n\\u00");
                }
            }
            byte[] bytes =
                    log.toString().getBytes(round % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            if (round % 3 == 0) {
                random.nextBytes(bytes);
            }
            assertSmall(classify(new ByteArrayInputStream(bytes)));
        }
    }

    /** What the classifier searches for, as material. */
    private static final class RuleSetPieces {
        private RuleSetPieces() {}

        static List<String> literals() {
            return new RuleSet(Catalog.load()).search().texts();
        }
    }
}
