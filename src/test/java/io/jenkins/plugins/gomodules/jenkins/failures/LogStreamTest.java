package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class LogStreamTest {
    @TempDir
    private Path directory;

    private Path log() {
        return directory.resolve("log");
    }

    private LogRanges.Source step(String index, String node) throws IOException {
        Path file = directory.resolve("log-index");
        Files.writeString(file, index);
        long length = Files.size(log());
        return () -> new StepRanges(file.toFile(), node, length);
    }

    private String read(LogRanges.Source source, long limit) throws IOException {
        try (LogStream stream = LogStream.open(log().toFile(), source, limit)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aStepsLogIsItsPartsOfTheBuilds() throws IOException {
        Files.writeString(log(), "Started\na1\nb1\na2\nb2\nEnd\n");
        String index = "8 3\n11 13\n14 3\n17 13\n20\n";
        assertEquals("a1\na2\n", read(step(index, "3"), 1000));
        assertEquals("b1\nb2\n", read(step(index, "13"), 1000));
        assertEquals("", read(step(index, "1"), 1000));
        assertEquals("", read(step("", "3"), 1000));
        assertEquals("a1\nb1\na2\nb2\nEnd\n", read(step("8 3", "3"), 1000));
    }

    /** As a crash may leave it. */
    @ParameterizedTest
    @CsvSource({
        "x 3,''",
        "8 3\\n1x,''",
        "90 3,''",
        "8 3\\n5 4,''",
        "8 3\\n900 4,'a1\\nEnd\\n'",
        "8 3\\n\\n11 4\\n, ''",
        "8 3\\n11 4\\n2 3\\n5 4\\n,'a1\\n'"
    })
    void aDamagedIndexLosesAPartAtMost(String index, String expected) throws IOException {
        Files.writeString(log(), "Started\na1\nEnd\n");
        assertEquals(expected.replace("\\n", "\n"), read(step(index.replace("\\n", "\n"), "3"), 1000));
    }

    @Test
    void anIndexThatIsNoTextLosesAPartAtMost() throws IOException {
        Files.writeString(log(), "Started\na1\nEnd\n");
        LogRanges.Source step = step("", "3");
        Files.write(directory.resolve("log-index"), "8 3\n11 \u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("a1\n", read(step, 1000));
    }

    @Test
    void ofALongLogHeadAndTailAreRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 1000; i++) {
            text.append(String.format("line %04d%n", i));
        }
        Files.writeString(log(), text);
        long length = text.length();
        try (LogStream stream = LogStream.open(log().toFile(), () -> LogRanges.whole(length), 1000)) {
            String read = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(stream.isCut());
            assertEquals(1000, stream.bytes());
            assertEquals(text.substring(0, 100) + "\n" + text.substring((int) length - 900), read);
            assertEquals(11, stream.lastNumberedLine());
        }
        try (LogStream stream = LogStream.open(log().toFile(), () -> LogRanges.whole(length), length)) {
            assertEquals(text.toString(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            assertFalse(stream.isCut());
            assertEquals(Long.MAX_VALUE, stream.lastNumberedLine());
        }
    }

    @Test
    void ofAStepsLongLogToo() throws IOException {
        Files.writeString(log(), "abcdefghij--klmnopqrst--uvwxyzABCD--EFGHIJKLMN");
        LogRanges.Source source = step("0 7\n10\n12 7\n22\n24 7\n34\n36 7\n", "7");
        assertEquals("a\nFGHIJKLMN", read(source, 10));
        assertEquals("ab\nwxyzABCDEFGHIJKLMN", read(source, 20));
    }

    @Test
    void whatIsLeftOutIsNotRead() throws IOException {
        long length = 50L << 30;
        try (RandomAccessFile sparse = new RandomAccessFile(log().toFile(), "rw")) {
            sparse.setLength(length);
            sparse.seek(length - 4);
            sparse.write("end\n".getBytes(StandardCharsets.UTF_8));
        }
        try (LogStream stream = LogStream.open(log().toFile(), () -> LogRanges.whole(length), 1 << 20)) {
            byte[] read = stream.readAllBytes();
            assertEquals((1 << 20) + 1, read.length);
            assertEquals("end\n", new String(read, read.length - 4, 4, StandardCharsets.UTF_8));
        }
    }

    /** {@code |} stands for the begin of a note, {@code ;} for its end, {@code !} for an escape character. */
    @ParameterizedTest
    @CsvSource({
        "a|xyz;b,ab",
        "|xyz;,''",
        "a||x;b,ab",
        "a|x!;b,ab",
        "a|x,a",
        "a|x\\nb,a\\nb",
        "a![31mred![0mb,a![31mred![0mb",
        "a!!|x;b,a!!b",
        "a!,a!",
        "a![8mha,a![8mha",
        "a![8!|x;b,a![8!b"
    })
    void notesAreLeftOut(String log, String expected) throws IOException {
        String text = unfold(log);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int step = 1; step < 4; step++) {
            int most = step;
            ByteArrayInputStream slow = new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] b, int off, int len) {
                    return super.read(b, off, Math.min(len, most));
                }
            };
            assertEquals(
                    unfold(expected), new String(new PlainLog(slow).readAllBytes(), StandardCharsets.UTF_8), "" + most);
        }
    }

    private static String unfold(String text) {
        return text.replace("|", "!" + "[8mha:")
                .replace(";", "!" + "[0m")
                .replace('!', '\u001B')
                .replace("\\n", "\n");
    }

    @Test
    void linesOfAStepAreFoundInTheConsole() throws IOException {
        Files.writeString(log(), "Started\na1\nb1\na2 \n\nb2\na3\nEnd\n");
        String index = "8 3\n11 4\n14 3\n19 4\n22 3\n25\n";
        LogRanges.Source a = step(index, "3");
        assertEquals(
                Map.of(1L, 2L, 2L, 4L, 4L, 7L),
                ConsoleLines.find(log().toFile(), a, new TreeSet<>(List.of(1L, 2L, 4L, 99L))));
    }
}
