package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cloudbees.jenkins.plugins.sshagent.exec.ExecRemoteAgent;
import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.slaves.WorkspaceList;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The ssh-agent plugin's agent, by the programs of OpenSSH. */
@WithJenkins
class SshAgentTest {
    @TempDir
    Path directory;

    private String key(String passphrase) throws IOException, InterruptedException {
        Path file = directory.resolve("key");
        try {
            new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException x) {
            assumeTrue(false, "no ssh-keygen here");
        }
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pass phrase"})
    void aKeyWithAndWithoutAPassphrase(String passphrase, JenkinsRule r) throws Exception {
        String key = key(passphrase);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        StreamTaskListener listener = new StreamTaskListener(log, StandardCharsets.UTF_8);
        FilePath workspace = r.createOnlineSlave().getRootPath().child("ws");
        workspace.mkdirs();
        Launcher launcher = workspace.createLauncher(listener);
        ExecRemoteAgent agent = new ExecRemoteAgent(launcher, listener);
        try {
            if (!passphrase.isEmpty()) {
                assertThrows(
                        AbortException.class,
                        () -> agent.addIdentity(key, "wrong", "comment", workspace, launcher, listener));
            }
            agent.addIdentity(key, passphrase.isEmpty() ? null : passphrase, "comment", workspace, launcher, listener);
            ByteArrayOutputStream keys = new ByteArrayOutputStream();
            launcher.launch()
                    .cmds("ssh-add", "-L")
                    .envs(agent.getEnv())
                    .stdout(keys)
                    .join();
            assertTrue(keys.toString(StandardCharsets.UTF_8).startsWith("ssh-ed25519 "));
        } finally {
            agent.stop(launcher, listener);
        }
        assertEquals(List.of(), WorkspaceList.tempDir(workspace).list());
        String console = log.toString(StandardCharsets.UTF_8);
        for (String line : List.of(
                "$ ssh-agent\nSSH_AUTH_SOCK=",
                "\nSSH_AGENT_PID=",
                "\nRunning ssh-add (command line suppressed)\nIdentity added: ",
                "\n$ ssh-agent -k\nunset SSH_AUTH_SOCK;\n")) {
            assertTrue(console.contains(line), console);
        }
    }
}
