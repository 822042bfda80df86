package io.jenkins.plugins.gomodules.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.HostOs;
import io.jenkins.plugins.gomodules.goenv.HttpProxySettings;
import io.jenkins.plugins.gomodules.http.HttpProxy;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.HostileHost;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, HTTP proxies on the way, and hosts that ask for logins. */
class ProbeTlsTest {
    private static final ModuleFixture MODULE =
            ModuleFixture.module("example.com/m", "v1.2.3").build();

    @TempDir
    private static Path dir;

    private static TestCertificate certificate;
    private static LoopbackProxy proxy;
    private static ProbeSettings trusting;
    private static ProbeSettings usual;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.create(dir, "proxy.golang.org");
        proxy = LoopbackProxy.startTls(certificate, MODULE);
        usual = ProbeSettings.DEFAULT
                .withModule(new ModuleVersion("example.com/m", "v1.2.3"))
                .withSumDb("off");
        trusting = usual.withTrust(() -> load(certificate.keyStore()));
    }

    private static KeyStore load(Path file) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, TestCertificate.PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return store;
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    private static TargetReport probe(ProbeSettings settings, String url) throws InterruptedException {
        return new Probe(settings).goproxy(url).targets().get(0);
    }

    private static String fact(StageReport stage, String name) {
        return stage.facts().stream()
                .filter(each -> each.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void whatACertificateSays() throws Exception {
        StageReport tls = probe(trusting, proxy.url()).stage(Stage.TLS).orElseThrow();
        assertEquals(Outcome.OK, tls.outcome(), tls::toString);
        assertEquals("TLSv1.3", fact(tls, "protocol"));
        assertEquals("127.0.0.1", fact(tls, "subject"));
        assertEquals("127.0.0.1", fact(tls, "issuer"));
        assertTrue(fact(tls, "expires").endsWith(" days left)"), tls::toString);
    }

    @Test
    void whoIsNotTrustedIsLookedAtAndSentNothing() throws Exception {
        int before = proxy.requests().size();
        StageReport tls = probe(usual, proxy.url()).failure().orElseThrow();
        assertEquals(Stage.TLS, tls.stage());
        assertEquals("tls-untrusted", tls.cause().id());
        assertTrue(tls.message().contains("signed by itself"), tls.message());
        assertEquals("127.0.0.1", fact(tls, "subject"));
        assertEquals(before, proxy.requests().size());
    }

    @Test
    void aCertificateForAnotherHost() throws Exception {
        StageReport tls =
                probe(trusting, "https://127.0.0.9:" + proxy.port()).failure().orElseThrow();
        assertEquals(Stage.CONNECT, tls.stage(), "nothing listens there");
        try (LoopbackProxy other = LoopbackProxy.startTls("127.0.0.5", certificate, MODULE)) {
            tls = probe(trusting, other.url()).failure().orElseThrow();
            assertEquals("tls-untrusted", tls.cause().id());
            assertTrue(tls.message().contains("it is for another host"), tls.message());
        }
    }

    @Test
    void aPublicHostWithTheCertificateOfAProxyOnTheWay() throws Exception {
        try (LoopbackForwardProxy forward = LoopbackForwardProxy.start().map("proxy.golang.org:443", proxy)) {
            TargetReport report = probe(trusting.withProxies(through(forward.url())), "https://proxy.golang.org");
            assertTrue(report.succeeded(), report::toString);
            assertEquals(forward.url(), report.route());
            assertEquals(Outcome.OK, report.stage(Stage.TUNNEL).orElseThrow().outcome());
            StageReport tls = report.stage(Stage.TLS).orElseThrow();
            assertEquals(Outcome.WARNING, tls.outcome());
            assertTrue(tls.message().contains("very likely opened on the way"), tls.message());
        }
    }

    @Test
    void anHttpProxyThatWantsALogin() throws Exception {
        try (LoopbackForwardProxy forward = LoopbackForwardProxy.startWithAuthorization("Basic eDp5")) {
            StageReport failed = probe(trusting.withProxies(through(forward.url())), "https://git.corp.example")
                    .failure()
                    .orElseThrow();
            assertEquals(Stage.TUNNEL, failed.stage());
            assertEquals("http-proxy-failure", failed.cause().id());
            assertEquals(407, failed.cause().status());
        }
    }

    @Test
    void aGitHostThatWantsALogin() throws Exception {
        try (HostileHost hostile = HostileHost.start("127.0.0.2", certificate)) {
            GitHost git = GitHost.parse(hostile.hostPort(), "team/lib", false, "");
            StageReport failed =
                    new Probe(trusting).gitHost(git).targets().get(0).failure().orElseThrow();
            assertEquals("auth-required", failed.cause().id());
            assertEquals(List.of(), hostile.offered());
        }
    }

    @Test
    void aGitHostThatNamesARepository() throws Exception {
        byte[] page = "<html><meta name=\"go-import\" content=\"git.example/lib git https://git.example/lib.git\">"
                .getBytes();
        proxy.add("/team/lib", page);
        GitHost git = GitHost.parse(proxy.hostPort(), "team/lib", false, "");
        ProbeReport report = new Probe(trusting).gitHost(git);
        assertTrue(report.succeeded(), report::toString);
        StageReport http = report.targets().get(0).stage(Stage.HTTP).orElseThrow();
        assertEquals("git.example/lib git https://git.example/lib.git", fact(http, "go-import"));
        assertFalse(report.conclusion().isEmpty());
    }

    private static Function<URI, Optional<HttpProxy>> through(String url) {
        return HttpProxySettings.of(HostOs.UNIX, Map.of("HTTPS_PROXY", url))::forUrl;
    }
}
