package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real Git makes of URLs by our rules. */
@Timeout(120)
class RewriteRulesTest {
    private static final String ALIAS = "git.corp.x.invalid";

    @TempDir
    Path dir;

    private static SshRoute route(String host, String path, String sshUrl, String alias) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.SSH, sshUrl, "", "");
        return new SshRoute(binding, SshRoute.target(binding, "git"), alias);
    }

    private void check(RewriteRules rules, Map<String, String> expected) throws Exception {
        Tools.orSkip("git");
        Path file = Files.writeString(dir.resolve("rules"), rules.file());
        Shell shell = Shell.in(dir).with(Map.of("GIT_CONFIG_GLOBAL", file.toString()));
        Map<String, String> actual = new LinkedHashMap<>();
        for (String url : expected.keySet()) {
            actual.put(url, shell.rewritten(url));
        }
        assertEquals(expected, actual);
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1].isEmpty() ? pairs[i] : pairs[i + 1]);
        }
        return map;
    }

    @Test
    void aWholeHostGoesByItsName() throws Exception {
        RewriteRules rules = new RewriteRules();
        route("git.corp", "", "", "").addTo(rules);
        check(
                rules,
                map(
                        "https://git.corp/a/b.git", "ssh://git@git.corp/a/b.git",
                        "ssh://git@git.corp/a", "",
                        "ssh://git@git.corp:22/a", "ssh://git@git.corp/a",
                        "git+ssh://git@git.corp/a", "ssh://git@git.corp/a",
                        "git@git.corp:a/b", "",
                        "git@git.corp:/a/b", "",
                        "ssh://me@git.corp/a", "",
                        "ssh://git@git.corp:2222/a", "",
                        "https://git.corp:8443/a", "",
                        "https://git.corp.evil/a", "",
                        "http://git.corp/a", ""));
    }

    @Test
    void aPathGoesByAnAliasInEverySpelling() throws Exception {
        RewriteRules rules = new RewriteRules();
        route("git.corp", "team/", "", ALIAS).addTo(rules);
        check(
                rules,
                map(
                        "https://git.corp/team/lib", "ssh://git@" + ALIAS + "/team/lib",
                        "ssh://git@git.corp/team/lib", "ssh://git@" + ALIAS + "/team/lib",
                        "git@git.corp:team/lib", "git@" + ALIAS + ":team/lib",
                        "git@git.corp:/team/lib", "git@" + ALIAS + ":/team/lib",
                        "https://git.corp/teamwork/lib", "",
                        "https://git.corp/team", "",
                        "git@git.corp:teamwork/lib", ""));
    }

    @Test
    void oneRepositoryIsNotTheBeginningOfAnother() throws Exception {
        RewriteRules rules = new RewriteRules();
        route("git.corp", "a/lib", "", ALIAS).addTo(rules);
        route("git.corp", "a/", "", "a.invalid").addTo(rules);
        route("git.corp", "b/lib", "", "b.invalid").addTo(rules);
        rules.add("https://git.corp/b/lib/https", "https://git.corp/b/lib/https");
        Map<String, String> expected = map(
                "https://git.corp/a/lib", "ssh://git@" + ALIAS + "/a/lib",
                "https://git.corp/a/lib.git", "ssh://git@" + ALIAS + "/a/lib.git",
                "https://git.corp/a/lib/", "ssh://git@" + ALIAS + "/a/lib/",
                "https://git.corp/a/lib.git/", "ssh://git@" + ALIAS + "/a/lib.git/",
                "https://git.corp/a/library", "ssh://git@a.invalid/a/library",
                "https://git.corp/a/lib.github.io", "ssh://git@a.invalid/a/lib.github.io",
                "git@git.corp:a/lib-go.git", "git@a.invalid:a/lib-go.git",
                "https://git.corp/b/lib", "ssh://git@b.invalid/b/lib",
                "https://git.corp/b/library", "",
                "https://git.corp/b/lib.go", "",
                "https://git.corp/b/lib/https", "",
                "https://git.corp/b/lib/https2", "ssh://git@b.invalid/b/lib/https2",
                "ssh://git@git.corp/b/lib2", "");
        check(rules, expected);
    }

    @Test
    void portsAndUrlsOfTheirOwn() throws Exception {
        RewriteRules rules = new RewriteRules();
        route("git.corp:2222", "", "", "p.invalid").addTo(rules);
        route("dc.corp:8443", "scm/team/", "ssh://git@dc.corp:7999/team/", "d.invalid")
                .addTo(rules);
        route("dev.azure.com", "org/p/", "ssh://ssh.dev.azure.com/v3/org/p/", "z.invalid")
                .addTo(rules);
        route("[2001:db8::1]", "", "", "").addTo(rules);
        check(
                rules,
                map(
                        "https://git.corp/a", "ssh://git@p.invalid/a",
                        "ssh://git@git.corp:2222/a", "ssh://git@p.invalid/a",
                        "ssh://git@git.corp/a", "",
                        "git@git.corp:a", "",
                        "https://dc.corp:8443/scm/team/lib.git", "ssh://git@d.invalid/team/lib.git",
                        "https://dc.corp/scm/team/lib.git", "",
                        "ssh://git@dc.corp:7999/team/lib.git", "ssh://git@d.invalid/team/lib.git",
                        "https://dev.azure.com/org/p/_git/lib", "ssh://git@z.invalid/v3/org/p/_git/lib",
                        "git@ssh.dev.azure.com:v3/org/p/lib", "git@z.invalid:v3/org/p/lib",
                        "https://[2001:db8::1]/a", "ssh://git@[2001:db8::1]/a"));
    }

    @Test
    void whatTheUsersConfigurationDoesFirstIsSaid() throws Exception {
        Tools.orSkip("git");
        Shell shell = Shell.in(dir.resolve("home"));
        Files.writeString(
                dir.resolve("home/.gitconfig"),
                new GitConfigText()
                        .section("url", "https://sesame@github.com/")
                        .set("insteadOf", "https://github.com/")
                        .section("url", "ssh://git@git.corp/")
                        .set("insteadOf", "https://git.corp/")
                        .section("url", "git@other.corp:")
                        .set("insteadOf", "https://other.corp/")
                        .section("url", "file:///mirror/")
                        .set("insteadOf", "https://other.corp/team/lib")
                        .toString());
        LocalMachine machine = new LocalMachine(
                dir.resolve("tmp"),
                shell.with(Map.of(
                                "GIT_CONFIG_COUNT", "1",
                                "GIT_CONFIG_KEY_0", "url.file:///outer/.insteadOf",
                                "GIT_CONFIG_VALUE_0", "https://other.corp/team/"))
                        .environment());
        List<BoundHost> hosts = List.of(
                bound("github.com", "", HostProtocol.HTTPS),
                bound("git.corp", "", HostProtocol.SSH),
                bound("other.corp", "team/", HostProtocol.HTTPS));
        List<String> conflicts = new UserRewrites(new Programs(machine)).conflicts(hosts);
        assertEquals(2, conflicts.size(), conflicts::toString);
        assertTrue(conflicts.get(0).contains("begin with 'https://github.com/'"), conflicts.get(0));
        assertTrue(conflicts.get(0).contains("before the binding for github.com;"), conflicts.get(0));
        assertTrue(conflicts.get(1).contains("begin with 'https://other.corp/team/lib'"), conflicts.get(1));
        assertTrue(conflicts.stream().noneMatch(each -> each.contains("sesame")));
    }

    private static BoundHost bound(String host, String path, HostProtocol protocol) {
        return new BoundHost(new HostBinding(host, path, protocol, "", "", ""), java.util.Optional.empty());
    }
}
