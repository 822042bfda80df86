package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.HostileHost;
import io.jenkins.plugins.gomodules.testing.HttpsGitServer;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Offer;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import io.jenkins.plugins.gomodules.testing.Tools;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real go command reads our GOAUTH and NETRC, for {@code ?go-get=1} pages and for module proxies. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class GoAccessTest {
    @TempDir
    Path dir;

    private GitRepositories repositories;
    private TestCertificate certificate;
    private HttpsGitServer server;
    private HostileHost hostile;
    private LoopbackForwardProxy forward;
    private Shell shell;

    @BeforeEach
    void setUp() throws Exception {
        Tools.orSkip("go");
        repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        certificate = TestCertificate.create(dir, "git.corp.example", "evil.example");
        server = HttpsGitServer.start("127.0.0.2", certificate, repositories.root());
        hostile = HostileHost.start("127.0.0.3", certificate);
        forward =
                LoopbackForwardProxy.start().map("git.corp.example:443", server).map("evil.example:443", hostile);
        shell = Shell.in(dir.resolve("home"))
                .with(certificate.environment())
                .with(Map.of("https_proxy", forward.url(), "HTTPS_PROXY", forward.url(), "NO_PROXY", "127.0.0.4"))
                .with(Map.of("no_proxy", "", "GOPROXY", "direct"));
    }

    @AfterEach
    void tearDown() {
        // A set-up that was skipped has not started them all.
        if (server != null) {
            server.close();
        }
        if (hostile != null) {
            hostile.close();
        }
        if (forward != null) {
            forward.close();
        }
        Trees.makeDeletable(dir);
    }

    private static BoundHost bind(String host, String path, String username, String password) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.HTTPS, "", "", "login");
        return new BoundHost(binding, new Login(username, password));
    }

    private LocalMachine machine(String name, Shell around) throws Exception {
        return new LocalMachine(dir.resolve(name), around.environment());
    }

    private Shell block(String name, Shell around, BoundHost... hosts) throws Exception {
        return around.within(GitAccess.prepare(List.of(hosts), machine(name, around), () -> {
            throw new AssertionError("no key, so no agent is needed");
        }));
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private void page(String path) {
        server.goImportBehindLogin(path, "git.corp.example/" + path + " git https://git.corp.example/" + path + ".git");
    }

    @Test
    void loginsGoToTheirPathsForPagesAndRepositories() throws Exception {
        for (String path : List.of("team/lib", "team/library", "other/lib")) {
            repositories.module("git.corp.example/" + path, "v1.0.0", "go 1.20\n");
            page(path);
        }
        server.requireLogin("team", "team", "1")
                .requireLogin("team/lib", "lib", "2")
                .requireLogin("other", "x", "3");
        Shell inside = block(
                "it's a tmp",
                shell,
                bind("git.corp.example", "team/lib", "lib", "2"),
                bind("git.corp.example", "team/", "team", "1"));
        assertEquals(
                List.of(),
                inside.goModDownload("git.corp.example/team/lib@v1.0.0", "git.corp.example/team/library@v1.0.0"));
        List<String> denied = inside.goModDownload("git.corp.example/other/lib@v1.0.0");
        assertTrue(denied.toString().contains("401 Unauthorized"), denied::toString);
        for (Offer offer : server.offers("Authorization")) {
            boolean lib = offer.path().matches("/team/lib(\\.git)?(/.*)?");
            assertFalse(offer.path().startsWith("/other"), offer::toString);
            assertEquals(basic(lib ? "lib:2" : "team:1"), offer.value(), offer.path());
        }
    }

    @Test
    void aRedirectAndAHostileHostAreShownNothing() throws Exception {
        server.requireLogin("", "robot", "sesame").redirect("moved", "https://evil.example/stolen");
        Shell inside = block("tmp", shell, bind("git.corp.example", "", "robot", "sesame"));
        inside.goModDownload("git.corp.example/moved/lib@v1.0.0");
        inside.goModDownload("evil.example/lib@v1.0.0");
        assertTrue(hostile.requests().stream().anyMatch(each -> each.path().startsWith("/stolen")));
        assertTrue(hostile.requests().stream().anyMatch(each -> each.path().startsWith("/lib")));
        assertEquals(List.of(), hostile.offered());
    }

    @Test
    void innerAndOuterBlocksAndTheUsersOwnNetrcAreAllRead() throws Exception {
        repositories.module("git.corp.example/team/lib", "v1.0.0", "go 1.20\n");
        page("team/lib");
        server.requireLogin("", "robot", "sesame");
        ModuleFixture own = ModuleFixture.module("example.test/own", "v1.0.0").build();
        try (LoopbackProxy proxy = LoopbackProxy.startTls("127.0.0.4", certificate, own)) {
            Files.writeString(
                    dir.resolve("home/.netrc"), "machine " + proxy.hostPort() + " login user password 'own'\n");
            Shell outer = block("outer", shell, bind("git.corp.example", "", "robot", "sesame"));
            Shell inner = block("inner", outer, bind("evil.example", "", "inner", "secret"));
            assertEquals(List.of(), inner.goModDownload("git.corp.example/team/lib@v1.0.0"));
            inner.with(Map.of("GOPROXY", proxy.url())).goModDownload("example.test/own@v1.0.0");
            assertEquals(
                    basic("user:'own'"), proxy.offers("Authorization").get(0).value());

            // As Go before 1.24 has it: NETRC alone.
            server.forget();
            inner.with(Map.of(
                            "GOAUTH",
                            "netrc",
                            "GOMODCACHE",
                            dir.resolve("cache").toString()))
                    .goModDownload("git.corp.example/team/lib@v1.0.0");
            assertEquals(
                    basic("robot:sesame"), server.offers("Authorization").get(0).value());
        }
    }

    @Test
    void aProxyOnAPortIsFoundInBothForms() throws Exception {
        ModuleFixture lib = ModuleFixture.module("example.test/lib", "v1.0.0").build();
        try (LoopbackProxy proxy = LoopbackProxy.startTls("127.0.0.4", certificate, lib)) {
            Shell inside = block("tmp", shell, bind(proxy.hostPort(), "", "robot", "se\"same"));
            for (String goAuth : List.of(inside.environment().get("GOAUTH"), "netrc")) {
                inside.with(Map.of("GOPROXY", proxy.url(), "GOAUTH", goAuth, "GOMODCACHE", dir + "/" + goAuth.length()))
                        .goModDownload("example.test/lib@v1.0.0");
                assertEquals(
                        basic("robot:se\"same"),
                        proxy.offers("Authorization").get(0).value());
                proxy.forget();
            }
        }
    }
}
