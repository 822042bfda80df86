package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogScannerTest {
    private static final LiteralSearch NEEDLE = new LiteralSearch(List.of("needle"));

    private static List<String> scan(InputStream log) throws IOException {
        List<String> lines = new ArrayList<>();
        new LogScanner(NEEDLE).scan(log, (line, found) -> lines.add(line.number() + ":" + line.text()));
        return lines;
    }

    private static List<String> scan(String log) throws IOException {
        return scan(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void numbersLines() throws IOException {
        assertEquals(List.of("1:needle"), scan("needle"));
        assertEquals(List.of("2:a needle b", "4:needle needle"), scan("x\na needle b\r\n\nneedle needle\n"));
        assertEquals(List.of(), scan(""));
        assertEquals(List.of(), scan("need\nle"));
    }

    /** A progress bar writes over its line; the number is that of the console. */
    @Test
    void takesCarriageReturnsForEndsOfWhatIsShown() throws IOException {
        assertEquals(List.of("2:50 % needle"), scan("x\n10 %\r50 % needle\r90 %\ny"));
    }

    @Test
    void numbersLinesBeyondTheBuffer() throws IOException {
        StringBuilder log = new StringBuilder();
        List<String> wanted = new ArrayList<>();
        for (int i = 1; log.length() < 3 * LogScanner.BUFFER; i++) {
            boolean hit = i % 777 == 0;
            log.append(hit ? "a needle in line " + i : "hay ".repeat(i % 40)).append('\n');
            if (hit) {
                wanted.add(i + ":a needle in line " + i);
            }
        }
        assertEquals(wanted, scan(log.toString()));
    }

    @Test
    void numbersLinesThatAreShownUpToTheEndOfTheBuffer() throws IOException {
        StringBuilder log = new StringBuilder();
        List<String> wanted = new ArrayList<>();
        for (int i = 1; log.length() < 3 * LogScanner.BUFFER; i++) {
            log.append("the needle in line ").append(i).append('\n');
            wanted.add(i + ":the needle in line " + i);
        }
        assertEquals(wanted, scan(log.toString()));
    }

    @Test
    void showsTheLinesAround() throws IOException {
        List<String> around = new ArrayList<>();
        byte[] log = "one\n\ttwo\nneedle\nfour\n".getBytes(StandardCharsets.UTF_8);
        new LogScanner(NEEDLE).scan(new ByteArrayInputStream(log), (line, found) -> {
            LogLine.Backwards before = line.backwards();
            around.addAll(Arrays.asList(before.next(), before.next(), before.next(), line.next()));
        });
        assertEquals(Arrays.asList("\ttwo", "one", null, "four"), around);
    }

    /** Shown in part, but found wherever it is, and counted as one line. */
    @Test
    void findsInLinesThatDoNotEnd() throws IOException {
        for (int at :
                new int[] {0, 5_000, LogScanner.BUFFER - 3, LogScanner.BUFFER - LogScanner.SURROUNDINGS - 2, 1_700_000
                }) {
            byte[] log = new byte[2_000_000];
            Arrays.fill(log, (byte) 'x');
            byte[] needle = "needle".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(needle, 0, log, at, needle.length);
            List<String> found = scan(new ByteArrayInputStream(log));
            assertTrue(
                    found.size() == 1
                            && found.get(0).startsWith("1:")
                            && found.get(0).contains("needle"),
                    "at " + at);
            assertTrue(found.get(0).length() <= LogScanner.MAX_LINE + 2);
        }
    }
}
