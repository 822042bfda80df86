package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.http.HttpProxy;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class HttpProxySettingsTest {
    @TempDir
    Path dir;

    private static HttpProxySettings of(String variables) {
        return HttpProxySettings.of(HostOs.UNIX, variables(variables));
    }

    private static Map<String, String> variables(String line) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String variable : line.split(";")) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return variables;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTPS_PROXY=http://p.example:3128 | https://a.example | http://p.example:3128",
                "HTTPS_PROXY=http://p.example:3128 | http://a.example | direct",
                "HTTP_PROXY=p.example | http://a.example | http://p.example:80",
                "https_proxy=https://p.example | https://a.example | https://p.example:443",
                "HTTPS_PROXY=socks5://p.example | https://a.example | socks5://p.example:1080",
                "HTTPS_PROXY=http://[::1]:3128 | https://a.example | http://[::1]:3128",
                "HTTPS_PROXY=p;NO_PROXY=a.example | https://git.a.example | direct",
                "HTTPS_PROXY=p;NO_PROXY=.a.example | https://a.example | http://p:80",
                "HTTPS_PROXY=p;NO_PROXY=10.0.0.0/8 | https://10.9.8.7 | direct",
                "HTTPS_PROXY=p;NO_PROXY=a.example:444 | https://a.example | http://p:80",
                "HTTPS_PROXY=p | https://localhost:3000 | direct",
                "HTTPS_PROXY=p | https://127.0.0.53 | direct",
                "HTTPS_PROXY=p | https://[::1]:3000 | direct",
                "HTTPS_PROXY=ftp://p.example | https://a.example | direct",
                "HTTPS_PROXY=/not/a/proxy | https://a.example | direct",
                "HTTPS_PROXY=http:// | https://a.example | direct",
                "HTTPS_PROXY=http://p.example:port | https://a.example | direct",
                "HTTP_PROXY=p;REQUEST_METHOD=GET | http://a.example | direct",
            })
    void findsTheProxy(String environment, String url, String expected) {
        Optional<HttpProxy> server = of(environment).forUrl(URI.create(url));

        assertEquals(expected, server.map(HttpProxy::toString).orElse("direct"));
    }

    @Test
    void tellsKindLoginAndWhereNoneIsTaken() {
        HttpProxySettings settings = of("HTTPS_PROXY=http://user:s3cret@p.example:3128;HTTP_PROXY=socks5://p.example");

        HttpProxy server = settings.forUrl(URI.create("https://a.example")).orElseThrow();
        assertEquals(new HttpProxy("http", "p.example", 3128, "user:s3cret"), server);
        assertFalse(server.toString().contains("s3cret"));
        HttpProxy socks = settings.forUrl(URI.create("http://a.example")).orElseThrow();
        assertEquals("p.example:1080", socks.host() + ":" + socks.port());
        assertTrue(socks.isSocks());
        assertEquals(Optional.empty(), settings.forUrl(URI.create("https://localhost")));
    }

    @Test
    void decidesAsGoDoes() throws IOException, InterruptedException {
        GoTool go = GoTool.orSkip(dir.resolve("home"));
        Path source = Files.createDirectories(dir.resolve("httpproxy"));
        Files.writeString(source.resolve("main.go"), resource("httpproxy/main.go"));
        Files.writeString(source.resolve("go.mod"), "module example.test/httpproxy\n\ngo 1.21\n");
        Path program = dir.resolve("program");
        go.run(source, "build", "-o", program.toString(), ".").orFail();
        List<String> urls = resource("httpproxy/urls.txt").lines().toList();

        StringBuilder differences = new StringBuilder();
        for (String environment : resource("httpproxy/environments.txt").lines().toList()) {
            if (environment.startsWith("#")) {
                continue;
            }
            List<String> expected = ask(program, environment, urls);
            HttpProxySettings settings = of(environment);
            for (int i = 0; i < urls.size(); i++) {
                String actual = spell(settings.forUrl(URI.create(urls.get(i))));
                if (!actual.equals(expected.get(i))) {
                    differences
                            .append(environment)
                            .append(": ")
                            .append(urls.get(i))
                            .append(": Go takes ")
                            .append(expected.get(i))
                            .append(", not ")
                            .append(actual)
                            .append('\n');
                }
            }
        }
        assertEquals("", differences.toString());
    }

    private static String spell(Optional<HttpProxy> server) {
        return server.map(s -> s.scheme() + " " + s.host() + " " + s.port() + " " + s.userInfo())
                .orElse("none");
    }

    private static List<String> ask(Path program, String environment, List<String> urls)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(variables(environment));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\n", urls) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), environment);
        return out.lines().toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HttpProxySettingsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
