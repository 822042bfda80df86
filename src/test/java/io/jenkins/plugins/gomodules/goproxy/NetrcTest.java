package io.jenkins.plugins.gomodules.goproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of netrc files; endtoend/NetrcDifferentialTest asks the go command about the same. */
class NetrcTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "machine a login l password p; a l p",
                "machine a password p login l; a l p",
                "machine a\\nlogin l\\npassword p\\n; a l p",
                "machine a\\r\\n\\tlogin l\\r\\n\\tpassword p\\r\\n; a l p",
                "machine a login l password p machine b login m password q; a l p, b m q",
                "machine a login l machine b login m password q; b m q",
                "machine a:8443 login l password p; a:8443 l p",
                "machine https://a/x/ login l password p; a/x l p",
                "machine a/x login l password p; a/x l p",
                "machine a account x login l password p; a l p",
                "machine a login l password #p\"'; a l #p\"'",
                "# machine a\\nmachine a login l password p; a l p",
                "macdef m\\nmachine x login y password z\\n\\nmachine a login l password p; a l p",
                "macdef m\\nmachine x login y password z; ''",
                "default login l password p; ''",
                "default\\nlogin l password p\\nmachine a login l password p; ''",
                "machine a login l password p\\ndefault login m password q; a l p",
                "machine a login l; ''",
                "machine user@a login l password p; ''",
                "''; ''",
            })
    void areReadAsTheGoCommandReadsThem(String text, String expected) {
        String found = Netrc.parse(
                        text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
                .stream()
                .map(login -> login.place() + " " + login.username() + " " + login.password())
                .collect(Collectors.joining(", "));
        assertEquals(expected, found);
    }
}
