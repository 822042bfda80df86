package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real ssh reads in our configuration, host by host. */
class SshConfigTest {
    @TempDir
    Path dir;

    private static SshRoute route(String host, String path, String alias) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.SSH, "", "", "");
        return new SshRoute(binding, SshRoute.target(binding, "git"), alias);
    }

    /** All that {@code ssh -G} says, one "name value" a line. */
    private Set<String> read(String config, String host) throws Exception {
        Tools.orSkip("ssh");
        Path file = Files.writeString(dir.resolve("config"), config);
        return Tools.run(dir, List.of("ssh", "-G", "-F", file.toString(), host), Map.of("SSH_AUTH_SOCK", ""))
                .lines()
                .collect(Collectors.toSet());
    }

    private String config(String outer) throws Exception {
        SshConfig config = new SshConfig();
        config.addHost(route("git.corp", "", ""), "/my tmp/a", "/agent x/1", List.of("/my tmp/b", "/my tmp/c"));
        config.addHost(route("[::1]:2222", "team/", "v6.invalid"), "/my tmp/d", "", List.of());
        return config.file(outer);
    }

    @Test
    void aBoundHostHasItsOwnKeysAndIsStrict() throws Exception {
        Set<String> read = read(config(""), "git.corp");
        for (String line : List.of(
                "hostname git.corp",
                "port 22",
                "identitiesonly yes",
                "identityagent /agent x/1",
                "identityfile /my tmp/b",
                "identityfile /my tmp/c",
                "userknownhostsfile /my tmp/a",
                "globalknownhostsfile /my tmp/a",
                "stricthostkeychecking true",
                "batchmode yes",
                "updatehostkeys false",
                "preferredauthentications publickey",
                "passwordauthentication no",
                "kbdinteractiveauthentication no",
                "hostbasedauthentication no",
                "forwardagent no",
                "forwardx11 no",
                "controlmaster false",
                "checkhostip no",
                "verifyhostkeydns false")) {
            assertTrue(read.contains(line), () -> line + " is not in " + read);
        }
        assertEquals(
                2,
                read.stream().filter(line -> line.startsWith("identityfile ")).count());
    }

    @Test
    void anAliasLeadsToHostAndPort() throws Exception {
        Set<String> read = read(config(""), "v6.invalid");
        assertTrue(read.contains("hostname ::1") && read.contains("port 2222"), read::toString);
        assertTrue(read.contains("userknownhostsfile /my tmp/d"), read::toString);
        assertTrue(read.contains("identitiesonly no"), "the user's own keys are offered as before");
        assertTrue(read(config(""), "::1").contains("port 22"));
    }

    @Test
    void otherHostsAreAsWithoutUs() throws Exception {
        Set<String> without = read("Include ~/.ssh/config\nInclude /etc/ssh/ssh_config\n", "other.corp");
        for (String host : List.of("other.corp", "git.corp.evil")) {
            Set<String> read = read(config(""), host);
            read.removeIf(line -> line.matches("(host|hostname) .*"));
            without.removeIf(line -> line.matches("(host|hostname) .*"));
            assertEquals(without, read);
        }
    }

    @Test
    void theOuterBlocksHostsAreStillThereButNotForOurs() throws Exception {
        Path outer = Files.createDirectory(dir.resolve("o'u [1]*?t{er")).resolve("f");
        Files.writeString(outer, "Host *\n\tUser outer\n\tIdentityFile /outer\n");
        String config = config(outer.toString());
        assertTrue(read(config, "outer.invalid").contains("user outer"));
        for (String ours : List.of("git.corp", "v6.invalid")) {
            Set<String> read = read(config, ours);
            assertFalse(read.contains("user outer") || read.contains("identityfile /outer"), read::toString);
        }
    }

    @Test
    void aPathThatCannotBeWrittenIsRefused() {
        for (String path : List.of("/a%b", "/a\"b", "/a$b", "/a\\b", "/a\nb")) {
            GitAccessException e = assertThrows(
                    GitAccessException.class,
                    () -> new SshConfig().addHost(route("git.corp", "", ""), path, "", List.of()));
            assertTrue(e.getMessage().contains("use a workspace whose path has none of"), e.getMessage());
        }
    }
}
