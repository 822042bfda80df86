package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.SshKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets are in a block, and where they are not. */
@Timeout(120)
class BlockFilesTest {
    private static final String PASSWORD = "xyzzy-password";
    private static final String PASSPHRASE = "xyzzy passphrase";

    @TempDir
    Path dir;

    private LocalAgents agents;
    private LocalMachine machine;
    private List<BoundHost> hosts;
    private List<String> secrets;

    @BeforeEach
    void setUp() throws Exception {
        agents = LocalAgents.orSkip(dir);
        machine = new LocalMachine(
                dir.resolve("tmp"),
                Map.of("PATH", System.getenv("PATH"), "HOME", dir.toString(), "GIT_SSH_COMMAND", "plink"));
        SshKeys key = SshKeys.create("ed25519", SshKeys.Format.OPENSSH, PASSPHRASE);
        secrets = List.of(PASSWORD, PASSPHRASE, key.privateKey().substring(100, 130));
        hosts = List.of(
                https("git.corp", "team/"),
                https("git.corp:8443", ""),
                new BoundHost(
                        new HostBinding("ssh.corp", "a/b", HostProtocol.SSH, "", HostBindingTest.KEY, "key"),
                        new SshKey("", List.of(key.privateKey()), PASSPHRASE)));
    }

    @AfterEach
    void tearDown() throws Exception {
        agents.close();
    }

    private static BoundHost https(String host, String path) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.HTTPS, "", "", "login");
        return new BoundHost(binding, new Login("robot", PASSWORD));
    }

    private void assertNoSecret(String text) {
        secrets.forEach(secret -> assertFalse(text.contains(secret), text));
    }

    @Test
    void secretsAreInFilesOnlyAndTheirNamesSayNothing() throws Exception {
        GitVariables block = GitAccess.prepare(hosts, machine, agents);
        assertNoSecret(machine.commands().toString());
        assertNoSecret(block.over(name -> null).toString());
        assertNoSecret(block.notices().toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(block);
        }
        assertNoSecret(bytes.toString(StandardCharsets.ISO_8859_1));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            GitVariables again = (GitVariables) in.readObject();
            assertEquals(block.over(name -> null), again.over(name -> null));
            assertEquals(block.notices(), again.notices());
        }

        Map<String, String> files = machine.files();
        assertEquals("abcdefghi", String.join("", files.keySet()));
        assertEquals(
                4,
                files.values().stream().filter(text -> text.contains(PASSWORD)).count()
                        + files.values().stream()
                                .filter(text -> text.contains("Authorization: Basic "))
                                .count());
        secrets.subList(1, 3)
                .forEach(secret -> files.values().forEach(text -> assertFalse(text.contains(secret), text)));
        for (String name : files.keySet()) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(dir.resolve("tmp").resolve(name))));
        }
    }

    @Test
    void aSecondPreparationReplacesEveryFile() throws Exception {
        GitVariables first = GitAccess.prepare(hosts, machine, agents);
        Map<String, String> before = machine.files();
        for (String name : before.keySet()) {
            Files.writeString(dir.resolve("tmp").resolve(name), "spoilt");
        }
        GitVariables second = GitAccess.prepare(hosts, machine, agents);
        Map<String, String> after = machine.files();
        String firstSocket = first.agentEnvironment().get("SSH_AUTH_SOCK");
        String secondSocket = second.agentEnvironment().get("SSH_AUTH_SOCK");
        assertNotEquals(firstSocket, secondSocket);
        before.replaceAll((name, text) -> text.replace(firstSocket, secondSocket));
        assertEquals(before, after);
        Map<String, String> expected = new TreeMap<>(first.over(name -> null));
        expected.putAll(second.agentEnvironment());
        assertEquals(expected, new TreeMap<>(second.over(name -> null)));
    }

    @Test
    void theLogSaysWhatIsBoundAndWhatIsReplaced() throws Exception {
        List<String> notices = GitAccess.prepare(hosts, machine, agents).notices();
        assertEquals(4, notices.size(), notices::toString);
        assertTrue(notices.get(0).matches("ssh\\.corp/a/b over SSH with 'key' \\(ED25519 SHA256:[A-Za-z0-9+/]{43}\\)"));
        assertTrue(notices.get(1).startsWith("GIT_SSH_COMMAND is set around the block, and is replaced within it"));
        assertTrue(notices.contains("git.corp/team/ over HTTPS with 'login'"));
        assertTrue(notices.contains("git.corp:8443 over HTTPS with 'login'"));
    }

    @Test
    void aliasesAreTheBlocksOwn() throws Exception {
        LocalMachine other = new LocalMachine(dir.resolve("other"), Map.of("PATH", System.getenv("PATH")));
        GitAccess.prepare(hosts, machine, agents);
        GitAccess.prepare(hosts, other, agents);
        String here = alias(machine);
        assertTrue(here.matches("ssh\\.corp\\.[0-9a-f]{12}\\.invalid"), here);
        assertNotEquals(here, alias(other));
    }

    private static String alias(LocalMachine machine) throws Exception {
        String config = machine.files().values().stream()
                .filter(text -> text.startsWith("Host "))
                .findFirst()
                .orElseThrow();
        return config.substring(5, config.indexOf('\n'));
    }
}
