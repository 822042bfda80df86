package io.jenkins.plugins.gomodules.jenkins.access;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.GitAccess;
import io.jenkins.plugins.gomodules.git.GitVariables;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The access to private modules that one step has on its agent: a directory of secret files and an ssh-agent. What is
 * saved of it is where they are.
 */
public final class AgentAccess implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(AgentAccess.class.getName());

    /** How many seconds ssh-agent and ssh-add have at most; the SSH Agent plugin gives them no more. */
    public static final int DEFAULT_KEY_AGENT_SECONDS = 60;

    private final String directory;
    private final String run;
    private final String node;
    private GitVariables variables;
    private LinkedHashMap<String, String> keyAgent = new LinkedHashMap<>();

    private AgentAccess(String directory, String run, String node) {
        this.directory = directory;
        this.run = run;
        this.node = node;
    }

    /**
     * Chooses the place; nothing is there yet.
     *
     * @param workspace the directory that the step runs in; files go into its temporary directory
     */
    public static AgentAccess plan(Run<?, ?> run, FilePath workspace) throws AbortException {
        FilePath temporary = WorkspaceList.tempDir(workspace);
        Computer computer = workspace.toComputer();
        if (temporary == null || computer == null) {
            throw new AbortException(Messages.AgentAccess_noPlace(workspace.getRemote()));
        }
        String directory = temporary.child(UUID.randomUUID().toString()).getRemote();
        return new AgentAccess(directory, run.getExternalizableId(), computer.getName());
    }

    /** The name of the agent; empty for the controller itself. */
    public String node() {
        return node;
    }

    String directory() {
        return directory;
    }

    /** The {@linkplain Run#getExternalizableId() id} of the build. */
    public String run() {
        return run;
    }

    /**
     * Lays everything out, or lays it out again. What exists already is replaced.
     *
     * @param launcher starts processes where Git will run
     * @param environment what the build sets there
     * @param patience seconds that ssh-agent and each ssh-add may take
     * @throws LostAgentException if the agent goes away meanwhile
     * @throws IOException with a sentence for the build's log when that is not possible; nothing is left then
     */
    public void open(
            List<BoundHost> hosts,
            Launcher launcher,
            VirtualChannel channel,
            EnvVars environment,
            int patience,
            PrintStream console)
            throws IOException, InterruptedException {
        try {
            layOut(hosts, launcher, channel, environment, patience, console);
        } catch (IOException | RuntimeException e) {
            // Whatever it says: without a connection, there seems to be no Git on the agent.
            if (channel instanceof Channel remote && remote.isClosingOrClosed()) {
                throw new LostAgentException(node, e);
            }
            throw e;
        }
    }

    private void layOut(
            List<BoundHost> hosts,
            Launcher launcher,
            VirtualChannel channel,
            EnvVars environment,
            int patience,
            PrintStream console)
            throws IOException, InterruptedException {
        FilePath place = new FilePath(channel, directory);
        AgentMachine machine = new AgentMachine(launcher, place, environment);
        stopKeyAgent(machine);
        LeftBehind.get().remember(this);
        boolean complete = false;
        try {
            machine.makeDirectory();
            GitVariables laidOut = GitAccess.prepare(hosts, machine, () -> {
                PluginKeyAgent started = PluginKeyAgent.start(launcher.decorateByEnv(environment), place, patience);
                keyAgent = new LinkedHashMap<>(started.environment());
                LeftBehind.get().remember(this);
                return started;
            });
            laidOut.notices().forEach(console::println);
            variables = laidOut;
            complete = true;
        } catch (IOException e) {
            throw e instanceof AbortException ? e : sentence(e);
        } finally {
            if (!complete) {
                close(launcher, channel);
            }
        }
    }

    private static AbortException sentence(IOException e) {
        AbortException abort = new AbortException(e.getMessage() == null ? e.toString() : e.getMessage());
        abort.initCause(e);
        return abort;
    }

    /** Whether it can be used still: an agent that was gone may have lost processes and files. */
    public boolean isAlive(Launcher launcher, VirtualChannel channel, EnvVars environment)
            throws IOException, InterruptedException {
        AgentMachine machine = new AgentMachine(launcher, new FilePath(channel, directory), environment);
        return variables != null && GitAccess.isAlive(machine, variables);
    }

    /** What to set in the environment of a process, given what is set there. */
    public Map<String, String> over(UnaryOperator<String> outer) {
        return variables == null ? Map.of() : variables.over(outer);
    }

    Map<String, String> keyAgentEnvironment() {
        return keyAgent;
    }

    /** Takes everything away. What cannot be taken away now is when the agent is back. */
    public void close(Launcher launcher, VirtualChannel channel) {
        FilePath place = new FilePath(channel, directory);
        try {
            stopKeyAgent(new AgentMachine(launcher, place, new EnvVars()));
            place.deleteRecursive();
            LeftBehind.get().forget(this);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "left behind for now: " + directory, e);
            abandon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
        }
    }

    /** Leaves it to the return of the agent to take everything away. */
    public void abandon() {
        LeftBehind.get().abandon(this);
    }

    /** A step that was restarted in the middle may not know of the ssh-agent that it had started. */
    private void stopKeyAgent(AgentMachine machine) throws InterruptedException {
        new KeyAgentProcess(machine, keyAgent.isEmpty() ? LeftBehind.get().keyAgentOf(this) : keyAgent).stop();
        keyAgent = new LinkedHashMap<>();
    }
}
