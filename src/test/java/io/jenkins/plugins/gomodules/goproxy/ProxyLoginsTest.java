package io.jenkins.plugins.gomodules.goproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URL gets which login. */
class ProxyLoginsTest {

    private static ProxyLogin login(String host, String path) {
        return new ProxyLogin(host, path, "robot", "of " + host + "/" + path, false);
    }

    /** Places in the form host/path, separated by spaces; what is expected is one of them, or a hyphen for none. */
    @ParameterizedTest
    @CsvSource({
        "a.example, https://a.example/m/@v/v1.zip, a.example",
        "a.example, https://A.EXAMPLE/m, a.example",
        "A.example, https://a.example/m, a.example",
        "a.example, https://a.example:443/m, a.example",
        "a.example:443, https://a.example/m, a.example:443",
        "a.example:8443, https://a.example:8443/m, a.example:8443",
        "a.example, https://a.example:8443/m, -",
        "a.example:8443, https://a.example/m, -",
        "a.example, https://b.a.example/m, -",
        "a.example, https://a.example.evil.example/m, -",
        "a.example, https://a.example@evil.example/m, -",
        "a.example, http://a.example/m, -",
        "127.0.0.1:8081, http://127.0.0.1:8081/m, 127.0.0.1:8081",
        "127.0.0.1, http://127.0.0.1/m, 127.0.0.1",
        "127.evil.example, http://127.evil.example/m, -",
        "localhost:1, http://localhost:1/m, localhost:1",
        "[::1]:8081, http://[::1]:8081/m, [::1]:8081",
        "[2001:db8::1], https://[2001:db8::1]/m, [2001:db8::1]",
        "bücher.example, https://xn--bcher-kva.example/m, xn--bcher-kva.example",
        "a.example/x, https://a.example/x, a.example/x",
        "a.example/x, https://a.example/x/m, a.example/x",
        "a.example/x, https://a.example/xy/m, -",
        "a.example/x, https://a.example/y/x/m, -",
        "a.example/x, https://a.example/, -",
        "a.example/x, https://a.example, -",
        "a.example/X, https://a.example/x/m, -",
        "a.example/x/, https://a.example/x/m, a.example/x",
        "a.example/x a.example a.example/x/y, https://a.example/x/m, a.example/x",
        "a.example/x a.example a.example/x/y, https://a.example/x/y/m, a.example/x/y",
        "a.example/x a.example a.example/x/y, https://a.example/z, a.example",
        "a.example/x a.example, https://a.example/x/../z, a.example",
        "a.example/x a.example, https://a.example/x/%2E%2e/z, a.example",
        "a.example/x a.example, https://a.example/x/..%2fz, a.example",
        "a.example/x, https://a.example/x/..z/m, a.example/x",
    })
    void theLongestPathOnTheSameHostAndPort(String places, String url, String expected) {
        List<ProxyLogin> logins = new ArrayList<>();
        for (String place : places.split(" ")) {
            int slash = place.indexOf('/');
            logins.add(slash < 0 ? login(place, "") : login(place.substring(0, slash), place.substring(slash)));
        }
        String found = ProxyLogins.of(logins)
                .find(URI.create(url))
                .map(ProxyLogin::place)
                .orElse("-");
        assertEquals(expected, found);
    }

    @Test
    void ofTwoForOnePlaceTheFirst() {
        ProxyLogin first = new ProxyLogin("a.example", "", "first", "password", false);
        ProxyLogin second = new ProxyLogin("a.example", "", "second", "password", false);
        URI url = URI.create("https://a.example/m");
        assertEquals(first, ProxyLogins.of(List.of(first, second)).find(url).orElseThrow());
        ProxyLogins both = ProxyLogins.of(List.of(first)).withNetrc("machine a.example login third password secret");
        assertEquals(first, both.find(url).orElseThrow());
    }

    @Test
    void netrcIsForTlsOnly() {
        ProxyLogins logins = ProxyLogins.NONE.withNetrc("machine 127.0.0.1:8081 login robot password sesame");
        assertTrue(logins.find(URI.create("https://127.0.0.1:8081/m")).isPresent());
        assertFalse(logins.find(URI.create("http://127.0.0.1:8081/m")).isPresent());
    }

    @Test
    void nothingSecretIsShown() throws Exception {
        ProxyLogin login = new ProxyLogin("a.example", "x", "robot", "sesame", false);
        ProxyLogins logins = ProxyLogins.of(List.of(login)).withNetrc("machine b.example login robot password sesame");
        assertEquals("login for a.example/x", login.toString());
        assertEquals("1 bound, 1 in netrc", logins.toString());

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(logins);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ProxyLogins copy = (ProxyLogins) in.readObject();
            assertEquals(login, copy.find(URI.create("https://a.example/x/m")).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://a.example", "a.example/x", "user@a.example", "a example", "a.example\n"})
    void aHostIsAHost(String host) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> login(host, ""));
        assertTrue(e.getMessage().startsWith("host: "), e.getMessage());
        assertFalse(e.getMessage().contains("user"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'zz\nzz', secret", "zzzz, 'zz\rzz'", "zzzz, 'zz\0zz'"})
    void whatNoServerTakesIsRefusedUnseen(String username, String password) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new ProxyLogin("a.example", "", username, password, false));
        assertTrue(e.getMessage().startsWith("the login for a.example holds a line break"), e.getMessage());
        assertFalse(e.getMessage().contains("zz"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Basic; true",
                "basic realm=\"x\"; true",
                "Bearer realm=\"x\", Basic realm=\"y\"; true",
                "Bearer realm=\"x\",BASIC; true",
                "Negotiate, Basic realm=\"y\", charset=\"UTF-8\"; true",
                "Bearer realm=\"x, Basic realm=y\"; false",
                "Bearer realm=\"a \\\", Basic b\"; false",
                "Bearer basic=\"x\"; false",
                "Basically realm=\"x\"; false",
                "Digest realm=\"basic\"; false",
                "Bearer; false",
                "''; false",
            })
    void onlyAChallengeForBasicAsksForIt(String field, boolean expected) {
        assertEquals(expected, Challenge.wantsBasic(field));
    }
}
