package io.jenkins.plugins.gomodules.sumdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fuzz;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a checksum database that somebody has changed on the way. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final ModuleFixture A =
            ModuleFixture.module("example.com/a", "v1.0.0").build();
    private static final ModuleFixture B =
            ModuleFixture.module("example.com/b", "v1.2.0").build();
    private static final TestLog LOG = TestLog.named("log.example").add(A, B).filler(5);
    private static final TestLog STRANGER =
            TestLog.named("other.example").add(A).filler(1);
    private static final NoteKey KEY = NoteKey.parse(LOG.key());
    private static final String[] TOKENS = {
        "\n",
        "\n\n",
        "— ",
        "— log.example ",
        " ",
        "+",
        "=",
        "go.sum database tree",
        "-1",
        "0",
        "9223372036854775807",
        "h1:",
        "/go.mod ",
        "\r",
        "\u0000"
    };

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsTakenForSignedThatIsNot() {
        Set<String> signed = Set.of(signedText(LOG.head()), signedText(LOG.head(1)));
        Fuzz notes =
                Fuzz.ofTexts(List.of(LOG.head(), LOG.head(1), STRANGER.head(), LOG.head() + STRANGER.head()), TOKENS);
        notes.run(SumDbException.class, data -> assertTrue(signed.contains(SignedNote.open(data, KEY))));
    }

    private static String signedText(String note) {
        return note.substring(0, note.indexOf("\n\n") + 1);
    }

    @Test
    void headsAreRefusedOrCountRecords() {
        Fuzz heads = Fuzz.ofTexts(List.of(signedText(LOG.head()), signedText(STRANGER.head())), TOKENS);
        heads.run(
                SumDbException.class,
                data -> assertTrue(TreeHead.parse(text(data)).size() >= 0));
    }

    @Test
    void recordsAreRefusedOrSayOnlyWhatTheyHash() {
        Fuzz records = Fuzz.ofTexts(
                List.of(text(LOG.lookup("example.com/a@v1.0.0")), text(LOG.lookup("example.com/b@v1.2.0"))), TOKENS);
        ModuleVersion module = new ModuleVersion(A.path(), A.version());
        Hash honest = record(LOG.lookup("example.com/a@v1.0.0")).hash();
        ModuleSums sums = record(LOG.lookup("example.com/a@v1.0.0")).sums(module);
        records.run(SumDbException.class, data -> {
            LogRecord record = LogRecord.parse(data);
            assertTrue(record.id() >= 0);
            ModuleSums claimed = record.sums(module);
            if (record.hash().equals(honest)) {
                assertEquals(sums, claimed);
            }
        });
    }

    private static LogRecord record(byte[] answer) {
        try {
            return LogRecord.parse(answer);
        } catch (SumDbException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void settingsAreReadOrSayWhatIsWrong() {
        Fuzz settings = Fuzz.ofTexts(
                List.of(
                        LOG.key(),
                        LOG.key() + " https://log.example/db",
                        "sum.golang.org",
                        "sum.golang.google.cn",
                        "off"),
                TOKENS);
        settings.run(InvalidSumDbException.class, data -> SumDbSetting.parse(text(data)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|'\n'", "|'x\n\n'", "'x\n\n'|'— a AAAAAAA=\n'", "'1\n'|'a v1 h1:x\n'", "|'+'", "|1", "'a+'|A"})
    void costsNoMoreThanItsSize(String start, String unit) {
        String begin = start == null ? "" : start;
        Fuzz.growsNoFasterThanItsInput(begin, unit, 1 << 17, SumDbException.class, data -> SignedNote.open(data, KEY));
        Fuzz.growsNoFasterThanItsInput(begin, unit, 1 << 17, SumDbException.class, LogRecord::parse);
        Fuzz.growsNoFasterThanItsInput(begin, unit, 1 << 17, SumDbException.class, data -> TreeHead.parse(text(data)));
        Fuzz.growsNoFasterThanItsInput(
                begin, unit, 1 << 17, InvalidSumDbException.class, data -> SumDbSetting.parse(text(data)));
    }
}
