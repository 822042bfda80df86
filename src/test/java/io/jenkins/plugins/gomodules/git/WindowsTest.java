package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.SshKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How paths of Windows are written for Git, for its shell, for ssh and for the go command. Nothing is run there. */
class WindowsTest {
    private static final String DIR = "C:\\Users\\Jenkins' agent\\ws@tmp\\";

    private static BoundHost https(String path) {
        HostBinding binding = new HostBinding("git.corp", path, HostProtocol.HTTPS, "", "", "token");
        return new BoundHost(binding, new Login("robot", "sesame"));
    }

    @Test
    void gitAndItsShellGetForwardSlashesInQuotes() throws Exception {
        ScriptedMachine machine = ScriptedMachine.windows(DIR);
        GitVariables block = GitAccess.prepare(List.of(https("team/"), https("")), machine, () -> null);
        String helpers = machine.files.get("e");
        String helper = "!f() { test \\\"$1\\\" != get || cat 'C:/Users/Jenkins'\\\\'' agent/ws@tmp/c'; }; f";
        assertTrue(helpers.contains("\thelper = \"" + helper + "\"\n"), helpers);
        Map<String, String> set = block.over(name -> null);
        assertEquals("C:/Users/Jenkins' agent/ws@tmp/b", set.get("GIT_CONFIG_VALUE_0"));
        assertEquals("C:/Users/Jenkins' agent/ws@tmp/e", set.get("GIT_CONFIG_VALUE_1"));
        assertEquals("C:/Users/Jenkins' agent/ws@tmp/a", set.get("NETRC"));
    }

    @Test
    void theGoCommandGetsLoginsForWholeHostsOnly() throws Exception {
        ScriptedMachine machine = ScriptedMachine.windows(DIR);
        GitVariables block = GitAccess.prepare(List.of(https("team/"), https("")), machine, () -> null);
        assertFalse(block.over(name -> null).containsKey("GOAUTH"));
        assertEquals("machine git.corp login robot password sesame\n", machine.files.get("a"));
        assertTrue(
                block.notices()
                        .contains("git.corp/team/: on Windows Git gets the login, but the go command does not, because"
                                + " it could have it for the whole host only"),
                block.notices()::toString);
    }

    @Test
    void theUsersNetrcHasTwoNames() throws Exception {
        for (String name : List.of("_netrc", ".netrc")) {
            ScriptedMachine machine = ScriptedMachine.windows(DIR)
                    .with("USERPROFILE", "C:\\Users\\me")
                    .with("HOME", "/c/Users/me")
                    .withFile("C:\\Users\\me\\" + name, "machine x login " + name + " password y\n");
            GitAccess.prepare(List.of(https("")), machine, () -> null);
            assertEquals(
                    "machine git.corp login robot password sesame\n\nmachine x login " + name + " password y\n",
                    machine.files.get("a"));
        }
    }

    @Test
    void sshGetsForwardSlashesInDoubleQuotes() throws Exception {
        SshKeys key = SshKeys.ed25519();
        HostBinding binding = new HostBinding("git.corp", "", HostProtocol.SSH, "", HostBindingTest.KEY, "key");
        BoundHost bound = new BoundHost(binding, new SshKey("", List.of(key.privateKey()), ""));
        ScriptedMachine machine = ScriptedMachine.windows(DIR).with("SSH_AUTH_SOCK", "\\\\.\\pipe\\user's");
        GitVariables block = GitAccess.prepare(List.of(bound), machine, () -> new KeyAgent() {
            @Override
            public Map<String, String> environment() {
                return Map.of("SSH_AUTH_SOCK", "\\\\.\\pipe\\openssh-ssh-agent");
            }

            @Override
            public void add(String privateKey, String passphrase, String comment) {
                assertEquals(key.privateKey(), privateKey);
            }
        });
        String config = machine.files.get("c");
        assertTrue(config.contains("\tIdentityAgent \"//./pipe/openssh-ssh-agent\"\n"), config);
        assertTrue(config.contains("\tIdentityFile \"C:/Users/Jenkins' agent/ws@tmp/b\"\n"), config);
        assertTrue(config.contains("\tUserKnownHostsFile \"C:/Users/Jenkins' agent/ws@tmp/a\"\n"), config);
        assertEquals(key.bareKey() + "\n", machine.files.get("b"));
        Map<String, String> set = block.over(name -> null);
        assertEquals(
                "SSH_AUTH_SOCK='\\\\.\\pipe\\user'\\''s' ssh -F 'C:/Users/Jenkins'\\'' agent/ws@tmp/c'",
                set.get("GIT_SSH_COMMAND"));
        assertEquals("\\\\.\\pipe\\openssh-ssh-agent", set.get("SSH_AUTH_SOCK"));
    }
}
