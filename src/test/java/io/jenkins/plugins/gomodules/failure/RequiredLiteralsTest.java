package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralsTest {

    /** The texts are separated by {@code /}; an empty column means that there are none. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "no such host, no such host",
                "(?i)No Such Host, no such host",
                "lookup \\S+: no such host, : no such host",
                "(?:i/o timeout|deadline exceeded), i/o timeout/deadline exceeded",
                "exit (?:code|status) [1-9], exit code /exit status ",
                "npm (?:ERR!|error) code, npm err! code/npm error code",
                "colou?r scheme, color scheme/colour scheme",
                "ab+cdefg, cdefg",
                "(?P<host>[a-z.]+)(?::\\d+)? was refused,  was refused",
                "x{0}known text, known text",
                "\\[build failed\\], [build failed]",
                "(?:abcdef)?, ``",
                "(?:abcdef|x), ``",
                "abcdef|.*, ``",
                "[a-z ]+, ``",
                "\\d+\\.\\d+, ``",
                "abc, ``",
                "say \"hello world\" now, hello world",
                "\\Qa+b\\E then some, ` then some`",
                "\\x{41}bcdef, bcdef",
                "[]a]bcdef, bcdef",
                "[^]]abcde, abcde",
            })
    void knowsWhatEveryMatchContains(String regex, String texts) {
        Set<String> wanted = new TreeSet<>();
        for (String text : texts.split("/(?!o )", -1)) {
            if (!text.isEmpty()) {
                wanted.add(text.strip());
            }
        }
        Set<String> found = new TreeSet<>();
        RequiredLiterals.of(regex, 5).forEach(text -> found.add(text.strip()));
        assertEquals(wanted, found);
    }

    @Test
    void cutsWhatIsLong() {
        assertEquals(
                Set.of("x this sentence is too long."), RequiredLiterals.of("xxxxxx this sentence is too long\\.", 5));
    }
}
