package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Offer;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy is shown the same logins by the go command and by the native engine, whatever the netrc file looks like. */
@Timeout(120)
class NetrcDifferentialTest {

    @TempDir
    static Path shared;

    private static final ModuleFixture LIB = module("example.com/lib", "v1.0.0").build();
    private static TestCertificate certificate;
    private static LoopbackProxy proxy;
    private static LoopbackForwardProxy forward;

    @TempDir
    Path dir;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.create(shared, "modules.test");
        proxy = LoopbackProxy.startTls(certificate, LIB)
                .add("/go" + LIB.url("info"), LIB.info())
                .add("/go" + LIB.url("mod"), LIB.mod());
        forward = LoopbackForwardProxy.start().map("modules.test:443", proxy).map("modules.test:8443", proxy);
    }

    @AfterAll
    static void stop() {
        forward.close();
        proxy.close();
    }

    @AfterEach
    void tearDown() {
        Trees.makeDeletable(dir);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "machine modules.test login l password p # '' # https://modules.test # l:p",
                "machine modules.test login l password p # '' # https://modules.test/go/ # l:p",
                "machine modules.test login l password p # netrc # https://modules.test # l:p",
                "machine modules.test login l password p # git /;netrc # https://modules.test # l:p",
                "machine modules.test login l password p # off # https://modules.test # ''",
                "machine modules.test login l password p # true # https://modules.test # ''",
                "machine modules.test login l password p # '' # https://modules.test:8443 # ''",
                "machine modules.test login l password p # '' # https://own:word@modules.test # own:word",
                "machine modules.test:8443 login l password p # '' # https://modules.test:8443 # l:p",
                "machine modules.test:8443 login l password p # '' # https://modules.test # ''",
                "machine https://modules.test/ login l password p # '' # https://modules.test # l:p",
                "machine modules.test/go login l password p # '' # https://modules.test/go # l:p",
                "machine modules.test/go login l password p # '' # https://modules.test # ''",
                "machine modules.test/g login l password p # '' # https://modules.test/go # ''",
                "machine modules.test/go login l password p machine modules.test login m password q # ''"
                        + " # https://modules.test/go # l:p",
                "machine modules.test login l password p machine modules.test login m password q # ''"
                        + " # https://modules.test # l:p",
                "machine test login l password p # '' # https://modules.test # ''",
                "machine sub.modules.test login l password p # '' # https://modules.test # ''",
                "default login l password p # '' # https://modules.test # ''",
                "default\\nmachine modules.test login l password p # '' # https://modules.test # ''",
                "machine modules.test login l machine other.test password p # '' # https://modules.test # ''",
                "machine modules.test\\r\\n login l\\r\\n password p\\r\\n # '' # https://modules.test # l:p",
                "macdef m\\nmachine modules.test login x password y\\n\\nmachine modules.test login l password p # ''"
                        + " # https://modules.test # l:p",
                "machine modules.test account a login l password p # '' # https://modules.test # l:p",
                "machine modules.test login l password \"p # '' # https://modules.test # l:\"p",
                "# '' # https://modules.test # ''",
            })
    void theProxyIsShownTheSame(String text, String goAuth, String goproxy, String expected) throws Exception {
        Path netrc = Files.writeString(
                dir.resolve("netrc"),
                text == null ? "" : text.replace("\\n", "\n").replace("\\r", "\r"));
        GoTool go = GoTool.orSkip(dir.resolve("home"))
                .proxy(goproxy)
                .with("NETRC", netrc.toString())
                .with("GOAUTH", goAuth)
                .with("HTTPS_PROXY", forward.url());
        certificate.environment().forEach(go::with);

        proxy.forget();
        go.run(dir, "mod", "download", LIB.path() + "@" + LIB.version());
        String byGo = shown();
        proxy.forget();
        fetch(GoEnvironment.builder().environment(go.environment()).build());
        assertEquals(List.of(expected, expected), List.of(byGo, shown()));
    }

    /** Each login once, as user:password. */
    private static String shown() {
        return proxy.offers("Authorization").stream()
                .map(Offer::value)
                .map(value -> new String(
                        Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void fetch(GoEnvironment environment) throws Exception {
        SSLSocketFactory trusting = certificate.clientContext().getSocketFactory();
        try (HttpTransport transport =
                new HttpTransport(HttpTimeouts.DEFAULT, environment.httpProxies()::forUrl, () -> trusting)) {
            ProxyChain chain = new ProxyChain(
                    environment.goProxy(),
                    environment.noProxy(),
                    ProxyLogins.NONE.withNetrc(environment.netrc()),
                    transport,
                    new FetchStatistics(),
                    RetryPolicy.of(0),
                    4);
            ModuleVersion version = new ModuleVersion(LIB.path(), LIB.version());
            chain.fetch(new ModuleFile(version, ModuleFile.Kind.MOD), new MemorySink(1 << 16));
        }
    }
}
