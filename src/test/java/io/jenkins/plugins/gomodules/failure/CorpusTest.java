package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The logs in {@code rules/} are what the catalog was written from; the logs in {@code measure/} are what it is measured
 * on. A log lies in the directory of its root cause, {@code none} if it has none that the catalog should know. A
 * measured log that is read wrongly moves to {@code rules/} before anything is done about it, and a new one takes its
 * place.
 */
class CorpusTest {
    private static final String NONE = "none";

    /** What came of a set of logs. */
    private record Result(int withCause, int rightCause, int withoutCause, int silent, List<String> wrong) {
        double right() {
            return (double) rightCause / withCause;
        }

        double silence() {
            return (double) silent / withoutCause;
        }
    }

    @Test
    void readsTheLogsThatTheRulesWereWrittenFrom() throws Exception {
        assertEquals(List.of(), classify("rules").wrong());
    }

    @Test
    void readsLogsThatTheRulesWereNotWrittenFrom() throws Exception {
        Result result = classify("measure");
        String report = String.format(
                "%d of %d root causes right, silent on %d of %d logs without one; wrong: %s",
                result.rightCause(), result.withCause(), result.silent(), result.withoutCause(), result.wrong());
        System.out.println(report);
        assertTrue(result.withCause() >= 120 && result.withoutCause() >= 60, report);
        assertTrue(result.right() >= 0.95 && result.silence() >= 0.95, report);
    }

    private static Result classify(String set) throws IOException, URISyntaxException {
        int[] counts = new int[4];
        List<String> wrong = new ArrayList<>();
        for (Path log : logs(set)) {
            String wanted = log.getParent().getFileName().toString();
            String found = rootOf(log);
            int kind = wanted.equals(NONE) ? 2 : 0;
            counts[kind]++;
            if (found.equals(wanted)) {
                counts[kind + 1]++;
            } else {
                wrong.add(log.getFileName() + ": " + wanted + ", but read as " + found);
            }
        }
        return new Result(counts[0], counts[1], counts[2], counts[3], wrong);
    }

    private static String rootOf(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            return Classifier.standard()
                    .classify(in, ClassifierContext.NONE)
                    .root()
                    .map(Cause::id)
                    .orElse(NONE);
        }
    }

    static List<Path> logs(String set) throws IOException, URISyntaxException {
        Path root = Path.of(CorpusTest.class.getResource(set).toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
