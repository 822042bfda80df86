package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.Node;
import hudson.model.Slave;
import hudson.slaves.WorkspaceList;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Processes and files, here and on an agent. */
@WithJenkins
class LauncherTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final StreamTaskListener listener = new StreamTaskListener(log, StandardCharsets.UTF_8);

    private static Node node(JenkinsRule r, boolean remote) throws Exception {
        return remote ? r.createOnlineSlave(null, new EnvVars("FLAVOUR", "sweet")) : r.jenkins;
    }

    private static FilePath workspace(Node node) throws Exception {
        FilePath workspace = node.getRootPath().child("some where");
        workspace.mkdirs();
        return workspace;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProcess(boolean remote, JenkinsRule r) throws Exception {
        Node node = node(r, remote);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = node.createLauncher(listener)
                .launch()
                .cmds("sh", "-c", "cat; echo $NAME $FLAVOUR; pwd; echo oops >&2; exit 3")
                .envs(Map.of("NAME", "value"))
                .pwd(workspace(node))
                .stdin(new ByteArrayInputStream("in\n".getBytes(StandardCharsets.UTF_8)))
                .stdout(out)
                .stderr(err)
                .join();
        assertEquals(3, status);
        assertEquals(
                "in\nvalue" + (remote ? " sweet" : "") + "\n" + workspace(node).getRemote() + "\n",
                out.toString(StandardCharsets.UTF_8).replace(" \n", "\n"));
        assertEquals("oops\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(
                "[some where] $ sh -c \"cat; echo value" + (remote ? " sweet" : " $FLAVOUR"),
                log.toString(StandardCharsets.UTF_8)
                        .replace("$NAME", "value")
                        .replace("$FLAVOUR;", (remote ? "sweet" : "$FLAVOUR") + ";")
                        .replaceFirst("(?s); pwd.*", ""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void quietAndMasked(boolean remote, JenkinsRule r) throws Exception {
        Launcher launcher = node(r, remote).createLauncher(listener);
        assertEquals(
                0,
                launcher.launch()
                        .cmds("echo", "shown")
                        .masks(false, true)
                        .stdout(listener)
                        .join());
        assertEquals(
                0,
                launcher.launch()
                        .cmds("echo", "quiet")
                        .quiet(true)
                        .stdout(listener)
                        .join());
        assertEquals("$ echo ********\nshown\nquiet\n", log.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTimeLimitEndsAProcess(boolean remote, JenkinsRule r) throws Exception {
        Proc sleep = node(r, remote)
                .createLauncher(listener)
                .launch()
                .cmds("sleep", "30")
                .start();
        assertTrue(sleep.isAlive());
        assertEquals(143, sleep.joinWithTimeout(10, TimeUnit.MILLISECONDS, listener));
        assertFalse(sleep.isAlive());
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("ERROR: Timeout after 10 milliseconds"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeStarted(boolean remote, JenkinsRule r) throws Exception {
        Launcher.ProcStarter starter =
                node(r, remote).createLauncher(listener).launch().cmds("no-such-program");
        assertTrue(assertThrows(IOException.class, starter::start).getMessage().contains("no-such-program"));
    }

    @Test
    void nothingRunsOnALostAgent(JenkinsRule r) throws Exception {
        Slave agent = r.createOnlineSlave();
        Proc sleep = agent.createLauncher(listener).launch().cmds("sleep", "30").start();
        agent.toComputer().disconnect(null);
        assertThrows(IOException.class, sleep::join);
        Launcher.ProcStarter starter = agent.createLauncher(listener).launch().cmds("true");
        assertThrows(IOException.class, starter::start);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void files(boolean remote, JenkinsRule r) throws Exception {
        FilePath workspace = workspace(node(r, remote));
        FilePath temporary = WorkspaceList.tempDir(workspace);
        assertEquals("some where@tmp", temporary.getName());
        FilePath file = temporary.createTextTempFile("abc", ".b", "text");
        assertTrue(file.getName().matches("abc\\d+\\.b"), file.getName());
        file.chmod(0640);
        assertEquals(0640, file.mode());
        FilePath directory = temporary.createTempDir("x", "y");
        directory.child("c").write("d", "UTF-8");
        directory.sibling("link").symlinkTo(directory.getName() + "/c", listener);
        assertEquals("d", temporary.child("link").readToString());
        assertEquals(3, temporary.list().size());
        assertTrue(file.delete());
        assertFalse(file.exists());
        temporary.deleteContents();
        assertEquals(List.of(), temporary.list());
    }
}
