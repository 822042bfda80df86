package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostOsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "UNIX, /home/ci, go, /home/ci/go",
                "UNIX, /home/ci/, pkg/mod, /home/ci/pkg/mod",
                "UNIX, /a//b/./c/.., x, /a/b/x",
                "UNIX, /.., x, /x",
                "UNIX, a/../.., x, ../x",
                "UNIX, \"\", x/, x",
                "UNIX, /C:\\a, x, /C:\\a/x",
                "WINDOWS, C:\\Users\\ci, go/env, C:\\Users\\ci\\go\\env",
                "WINDOWS, C:/Users/ci/../x, go, C:\\Users\\x\\go",
                "WINDOWS, C:, go, C:\\go",
                "WINDOWS, \\\\host\\share, go, \\\\host\\share\\go",
                "WINDOWS, //host/share/.., go, \\\\host\\share\\go",
            })
    void joins(HostOs os, String directory, String relative, String expected) {
        assertEquals(expected, os.join(directory, relative));
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, /, true",
        "UNIX, /a, true",
        "UNIX, a, false",
        "UNIX, ~/a, false",
        "UNIX, C:\\a, false",
        "UNIX, '', false",
        "MAC, /a, true",
        "WINDOWS, C:\\a, true",
        "WINDOWS, c:/a, true",
        "WINDOWS, C:a, false",
        "WINDOWS, C:, false",
        "WINDOWS, \\a, false",
        "WINDOWS, /a, false",
        "WINDOWS, a, false",
        "WINDOWS, \\\\host\\share, true",
        "WINDOWS, \\\\host\\share\\a, true",
    })
    void tellsAbsolutePaths(HostOs os, String path, boolean expected) {
        assertEquals(expected, os.isAbsolute(path));
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, '', ''",
        "UNIX, /a:/b, /a|/b",
        "UNIX, :/b, |/b",
        "UNIX, /a:, /a|",
        "WINDOWS, 'C:\\a;\"D:\\b;c\";', C:\\a|D:\\b;c|",
    })
    void splitsLists(HostOs os, String list, String expected) {
        List<String> wanted = list.isEmpty() ? List.of() : List.of(expected.split("\\|", -1));
        assertEquals(wanted, os.splitList(list));
    }
}
