package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "1048524, 1023.9 KiB",
        "1048525, 1.0 MiB",
        "20342374, 19.4 MiB",
        "1099511627776, 1.0 TiB",
        "11258999068426240, 10240.0 TiB"
    })
    void bytes(long bytes, String text) {
        assertEquals(text, Amounts.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "49, 0.0 s",
        "50, 0.1 s",
        "1949, 1.9 s",
        "59949, 59.9 s",
        "60000, 1 min 00 s",
        "185999, 3 min 05 s"
    })
    void durations(long millis, String text) {
        assertEquals(text, Amounts.duration(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, module, 0 modules", "1, module, 1 module", "2, retry, 2 retries", "1, retry, 1 retry"})
    void counts(long number, String noun, String text) {
        assertEquals(text, Amounts.count(number, noun));
    }
}
