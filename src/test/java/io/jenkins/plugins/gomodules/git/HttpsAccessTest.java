package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.HostileHost;
import io.jenkins.plugins.gomodules.testing.HttpsGitServer;
import io.jenkins.plugins.gomodules.testing.Offer;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real git against HTTPS servers that tell which logins they were shown. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class HttpsAccessTest {
    private static final KeyAgentStarter NO_AGENT = () -> {
        throw new AssertionError("no key, so no agent is needed");
    };

    @TempDir
    Path dir;

    private HttpsGitServer first;
    private HttpsGitServer second;
    private HostileHost hostile;
    private Shell shell;
    private String commit;

    @BeforeEach
    void setUp() throws Exception {
        GitRepositories repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        commit = repositories.module("git.corp.example/team/lib.git", "v1.0.0", "go 1.20\n");
        repositories.module("git.corp.example/team/library.git", "v1.0.0", "go 1.20\n");
        repositories.module("git.corp.example/other/lib.git", "v1.0.0", "go 1.20\n");
        TestCertificate certificate = TestCertificate.create(dir);
        first = HttpsGitServer.start("127.0.0.2", certificate, repositories.root());
        second = HttpsGitServer.start("127.0.0.3", certificate, repositories.root());
        hostile = HostileHost.start("127.0.0.4", certificate);
        shell = Shell.in(dir.resolve("home")).with(certificate.environment());
    }

    @AfterEach
    void tearDown() {
        // A set-up that was skipped has not started them all.
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        if (hostile != null) {
            hostile.close();
        }
        Trees.makeDeletable(dir);
    }

    private static BoundHost bind(String host, String path, String username, String password) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.HTTPS, "", "", "login-" + path);
        return new BoundHost(binding, new Login(username, password));
    }

    private static BoundHost bind(HttpsGitServer server, String path, String username, String password) {
        return bind(server.hostPort(), path, username, password);
    }

    private GitVariables prepare(String name, BoundHost... hosts) throws Exception {
        return GitAccess.prepare(List.of(hosts), new LocalMachine(dir.resolve(name), shell.environment()), NO_AGENT);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> shown(List<Offer> offers) {
        Set<String> values = new TreeSet<>();
        offers.forEach(each -> values.add(each.value()));
        return values;
    }

    @Test
    void eachHostAndPathIsShownItsOwnLoginAlone() throws Exception {
        first.requireLogin("", "whole", "1")
                .requireLogin("team", "team", "2")
                .requireLogin("team/lib", "lib", "3 ü#\"'");
        second.requireLogin("", "other", "4");
        GitVariables block = prepare(
                "tmp dir's \"$x%y\\",
                bind(first, "team/lib", "lib", "3 ü#\"'"),
                bind(first, "team/", "team", "2"),
                bind(first, "", "whole", "1"),
                bind(second, "", "other", "4"));
        Shell inside = shell.within(block);
        Map<String, String> expected = new HashMap<>();
        expected.put("/team/lib.git", "lib:3 ü#\"'");
        expected.put("/team/lib", "lib:3 ü#\"'");
        expected.put("/team/library.git", "team:2");
        expected.put("/other/lib.git", "whole:1");
        for (String path : expected.keySet()) {
            String listed = inside.lsRemote(first.url() + path, "v1.0.0");
            assertTrue(listed.matches("[0-9a-f]{40}"), path + ": " + listed);
        }
        assertEquals(commit, inside.lsRemote(second.url() + "/team/lib", "v1.0.0"));

        for (Offer offer : first.offers("Authorization")) {
            String path = offer.path().replaceFirst("/(info/refs|git-upload-pack)$", "");
            assertEquals(basic(expected.get(path)), offer.value(), path);
        }
        assertEquals(
                4,
                shown(first.offers("Authorization")).size()
                        + shown(second.offers("Authorization")).size());
        assertEquals(Set.of(basic("other:4")), shown(second.offers("Authorization")));
    }

    @Test
    void aPathOrPortThatIsNotBoundIsShownNothing() throws Exception {
        first.requireLogin("", "any", "body");
        Shell inside =
                shell.within(prepare("tmp", bind(first, "team/lib", "lib", "3"), bind("127.0.0.3", "", "a", "b")));
        for (String url :
                List.of(first.url() + "/other/lib.git", first.url() + "/team/library.git", second.url() + "/x")) {
            String denied = inside.lsRemote(url, "v1.0.0");
            assertTrue(denied.contains("exit 128"), denied);
        }
        assertEquals(List.of(), first.offers("Authorization"));
        assertEquals(List.of(), second.offers("Authorization"));
    }

    @Test
    void theHostileHostIsShownNothing() throws Exception {
        first.requireLogin("", "robot", "sesame").redirect("moved", hostile.url() + "/stolen");
        Shell inside = shell.within(prepare("tmp", bind(first, "", "robot", "sesame")));
        for (String url : List.of(hostile.url() + "/team/lib.git", first.url() + "/moved/lib.git")) {
            String denied = inside.lsRemote(url, "v1.0.0");
            assertTrue(denied.contains("could not read Username"), denied);
        }
        assertTrue(hostile.requests().stream().anyMatch(each -> each.path().startsWith("/stolen")));
        assertEquals(List.of(), hostile.offered());
        assertEquals(commit, inside.lsRemote(first.url() + "/team/lib.git", "v1.0.0"));
    }

    @Test
    void noOtherHelperIsAskedOrTold() throws Exception {
        first.requireLogin("", "robot", "sesame");
        Path spied = dir.resolve("spied");
        String spy =
                "!f() { echo \"$1\" >> '" + spied + "'; cat >> '" + spied + "'; echo username=x; echo password=y; }; f";
        Files.writeString(
                dir.resolve("home/.gitconfig"),
                new GitConfigText()
                        .section("credential", first.url())
                        .set("helper", spy)
                        .set("username", "somebody")
                        .section("credential", hostile.url())
                        .set("helper", spy)
                        .toString());
        Shell inside = shell.within(prepare("tmp", bind(first, "", "robot", "sesame")));
        assertEquals(commit, inside.lsRemote(first.url() + "/team/lib.git", "v1.0.0"));
        assertTrue(!Files.exists(spied));
        // The helper would answer, and still does where nothing is bound.
        inside.lsRemote(hostile.url() + "/team/lib.git", "v1.0.0");
        assertTrue(Files.readString(spied).startsWith("get\n"), Files.readString(spied));
    }

    @Test
    void innerBlocksGoOverOuterOnesAndKeepThem() throws Exception {
        first.requireLogin("", "outer", "1").requireLogin("team", "inner", "2");
        second.requireLogin("", "outer", "3");
        Shell around = shell.with(Map.of(
                "GIT_CONFIG_COUNT",
                "1",
                "GIT_CONFIG_KEY_0",
                "http.extraHeader",
                "GIT_CONFIG_VALUE_0",
                "X-Around: yes"));
        Shell outer = around.within(prepare("outer", bind(first, "", "outer", "1"), bind(second, "", "outer", "3")));
        assertEquals(commit, outer.lsRemote(second.url() + "/team/lib.git", "v1.0.0"));
        assertTrue(outer.lsRemote(first.url() + "/team/lib.git", "v1.0.0").contains("Authentication failed"));

        Shell inner = outer.within(prepare("inner", bind(first, "team/", "inner", "2")));
        assertEquals(commit, inner.lsRemote(first.url() + "/team/lib.git", "v1.0.0"));
        assertEquals(commit, inner.lsRemote(second.url() + "/team/lib.git", "v1.0.0"));
        assertTrue(inner.lsRemote(first.url() + "/other/lib.git", "v1.0.0").matches("[0-9a-f]{40}"));
        assertEquals("X-Around: yes\n", inner.run("git", "config", "http.extraHeader"));

        Shell rebound = outer.within(prepare("again", bind(second, "", "wrong", "4")));
        assertTrue(rebound.lsRemote(second.url() + "/team/lib.git", "v1.0.0").contains("Authentication failed"));
        Shell back = rebound.within(prepare("back", bind(second, "", "outer", "3")));
        assertEquals(commit, back.lsRemote(second.url() + "/team/lib.git", "v1.0.0"));
    }
}
