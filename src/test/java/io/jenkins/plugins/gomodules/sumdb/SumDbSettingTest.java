package io.jenkins.plugins.gomodules.sumdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumDbSettingTest {
    private static final String KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    @ParameterizedTest
    @CsvSource({
        "sum.golang.org, sum.golang.org, ''",
        "sum.golang.google.cn, sum.golang.org, https://sum.golang.google.cn",
        "sum.golang.org https://mirror.example/sums, sum.golang.org, https://mirror.example/sums",
        "'  sum.golang.org\t', sum.golang.org, ''",
        KEY + ", sum.golang.org, ''",
        KEY + " http://127.0.0.1:1, sum.golang.org, http://127.0.0.1:1"
    })
    void namesADatabase(String gosumdb, String name, String url) {
        SumDbSetting setting = SumDbSetting.parse(gosumdb);
        assertEquals(name, setting.name());
        assertEquals(url, setting.url());
        assertEquals("sum.golang.org+033de0ae", setting.key().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "' ', it is empty",
        "sum.golang.org a b, 3 words",
        "sum.example.org, neither the name",
        "sum.golang.google.cn https://x.example, neither the name",
        "sum.golang.org+033de0ae, neither the name",
        "sum.golang.org+033de0ae+, copy it anew",
        "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn, copy it anew",
        "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn9, not that of its name and key",
        "sum.golang.org+33de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8, copy it anew",
        "sum.golang.com+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8, not that of its name and key"
    })
    void saysWhatIsWrong(String gosumdb, String words) {
        InvalidSumDbException e = assertThrows(InvalidSumDbException.class, () -> SumDbSetting.parse(gosumdb));
        assertTrue(e.getMessage().startsWith("GOSUMDB: "), e::getMessage);
        assertTrue(e.getMessage().contains(words), e::getMessage);
    }

    /** A name becomes a URL and directories. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a/../../b", "..", ".", "a/", "/a", "a//b", "a%2fb", "a?b", "a#b", "u@a", "a/b:1", ":1", "a\\b"})
    void aNameThatIsNoHostAndPathIsRefused(String name) {
        String key = TestLog.named(name).key();
        InvalidSumDbException e = assertThrows(InvalidSumDbException.class, () -> SumDbSetting.parse(key));
        assertTrue(e.getMessage().contains("host/path"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.example", "a.example:8443", "a.example/b/c_d~1"})
    void aNameMayHaveAPortAndAPath(String name) {
        assertEquals(name, SumDbSetting.parse(TestLog.named(name).key()).name());
    }

    @Test
    void aLoginInTheUrlIsNotShown() {
        assertEquals(
                "sum.golang.org",
                SumDbSetting.parse("sum.golang.org https://u:secret@x").toString());
    }
}
