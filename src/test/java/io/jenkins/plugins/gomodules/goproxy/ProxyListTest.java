package io.jenkins.plugins.gomodules.goproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyListTest {
    @TempDir
    Path dir;

    /** Entries in the form {@code url>} for "next on not found" and {@code url>>} for "next on any error". */
    private static String spell(ProxyList list) {
        return list.entries().stream()
                .map(entry -> (entry.kind() == ProxyList.Kind.PROXY ? entry.url() : entry.display())
                        + (entry.fallBackOnAnyError() ? ">>" : ">"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://proxy.golang.org,direct ; https://proxy.golang.org> direct>",
                "https://a.example|https://b.example,off ; https://a.example>> https://b.example> off>",
                "https://a.example| ; https://a.example>>",
                "direct,https://a.example ; direct>",
                "off|direct ; off>",
                "direct|https://a.example ; direct>",
                "a.example,b.example:8080/x ; https://a.example> https://b.example:8080/x>",
                "localhost:3000 ; https://localhost:3000>",
                "',, https://a.example ,\t| off' ; https://a.example> off>",
                "file:///srv/goproxy ; file:///srv/goproxy>",
                "FILE:///srv/goproxy,HTTPS://A.example ; FILE:///srv/goproxy> HTTPS://A.example>",
                "https://u:p@a.example/go ; https://u:p@a.example/go>",
                "https://[::1]:3000/x ; https://[::1]:3000/x>",
            })
    void readsLists(String goproxy, String expected) {
        assertEquals(expected, spell(ProxyList.parse(goproxy)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-proxy-lists.txt", delimiter = ';', encoding = "UTF-8")
    void refusesOthersAndSaysWhy(String goproxy, String reason) {
        InvalidProxyListException refused =
                assertThrows(InvalidProxyListException.class, () -> ProxyList.parse(goproxy == null ? "" : goproxy));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-proxy-lists.txt", delimiter = ';', encoding = "UTF-8")
    void theGoCommandDoesNotGetByWithThemEither(String goproxy) throws IOException, InterruptedException {
        GoTool go = GoTool.orSkip(dir.resolve("home"));
        Path cwd = Files.createDirectories(dir.resolve("empty"));
        if (goproxy != null) {
            go.with("GOPROXY", goproxy);
        }

        GoTool.Result result = go.run(cwd, "mod", "download", "example.test/m@v1.0.0");

        assertEquals(1, result.exit(), result.err());
    }

    @Test
    void showsNoSecrets() {
        ProxyList list =
                ProxyList.parse("https://user:s3cret@a.example/go?key=s3cret|http://s3cret@b.example:81,direct");

        assertEquals("https://a.example/go?****|http://b.example:81,direct", list.display());
        assertEquals(list.display(), list.toString());
        assertFalse(list.entries().toString().contains("s3cret"));
        assertEquals("user:s3cret", list.entries().get(0).userInfo());
        assertEquals("s3cret", list.entries().get(1).userInfo());
        assertEquals(
                "https://https/****@a.example/go",
                ProxyList.parse("https//user:s3cret@a.example/go").display());
        assertEquals(
                "file:///srv/user@host/go",
                ProxyList.parse("file:///srv/user@host/go").display());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example/m/@v/list",
        "https://a.example/, https://a.example/m/@v/list",
        "https://u:p@a.example:81/go/, https://a.example:81/go/m/@v/list",
        "https://a.example/go?key=1#x, https://a.example/go/m/@v/list?key=1",
        "https://a.example/a b/é%20, https://a.example/a%20b/%C3%A9%20/m/@v/list",
        "https://bücher.example:81, https://xn--bcher-kva.example:81/m/@v/list",
        "http://[::1]:81/x, http://[::1]:81/x/m/@v/list",
    })
    void resolvesUrls(String proxy, String expected) {
        assertEquals(
                URI.create(expected), ProxyList.parse(proxy).entries().get(0).resolve("m/@v/list"));
    }

    @ParameterizedTest
    @CsvSource({"file:///srv/goproxy, /srv/goproxy", "file:///srv/a%20b%C3%A9, /srv/a bé", "file:/srv/x, /srv/x"})
    void knowsDirectories(String proxy, String expected) {
        ProxyList.Entry entry = ProxyList.parse(proxy).entries().get(0);

        assertTrue(entry.isDirectory());
        assertEquals(Path.of(expected), entry.directory());
    }

    @Test
    void escapesOfALoginAreUndone() {
        assertEquals(
                "user:p@ss/wörd",
                ProxyList.parse("https://user:p%40ss%2Fw%C3%B6rd@a.example")
                        .entries()
                        .get(0)
                        .userInfo());
    }
}
