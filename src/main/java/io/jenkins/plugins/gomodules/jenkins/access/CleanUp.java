package io.jenkins.plugins.gomodules.jenkins.access;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.remoting.VirtualChannel;
import hudson.slaves.ComputerListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.model.NodeListener;

/** Takes away what steps have left on an agent, as soon as it can be had and nobody needs it any more. */
final class CleanUp {
    private static final Logger LOGGER = Logger.getLogger(CleanUp.class.getName());

    private CleanUp() {}

    /** An agent is back. */
    @Extension
    public static final class WhenOnline extends ComputerListener {
        @Override
        public void onOnline(Computer computer, TaskListener listener) {
            startOn(computer);
        }
    }

    /** A build has ended: one that was ended by force may not have run the ends of its steps. */
    @Extension
    public static final class WhenBuildEnds extends RunListener<Run<?, ?>> {
        @Override
        public void onFinalized(Run<?, ?> run) {
            for (String node : LeftBehind.get().nodesOf(run.getExternalizableId())) {
                Computer computer = Jenkins.get().getComputer(node);
                if (computer != null) {
                    startOn(computer);
                }
            }
        }
    }

    /** An agent that is removed for good takes everything with it. */
    @Extension
    public static final class WhenRemoved extends NodeListener {
        @Override
        protected void onDeleted(Node node) {
            LeftBehind.get().forgetNode(node.getNodeName());
        }
    }

    private static void startOn(Computer computer) {
        if (!LeftBehind.get().free(computer.getName()).isEmpty()) {
            Computer.threadPoolForRemoting.execute(() -> cleanUp(computer));
        }
    }

    private static void cleanUp(Computer computer) {
        for (LeftBehind.Entry entry : LeftBehind.get().free(computer.getName())) {
            VirtualChannel channel = computer.getChannel();
            Node node = computer.getNode();
            if (channel == null || node == null) {
                return;
            }
            try {
                cleanUp(entry, node, channel);
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "cannot take away " + entry.directory + " on " + computer.getName(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void cleanUp(LeftBehind.Entry entry, Node node, VirtualChannel channel)
            throws IOException, InterruptedException {
        FilePath directory = new FilePath(channel, entry.directory);
        AgentMachine machine = new AgentMachine(node.createLauncher(TaskListener.NULL), directory, new EnvVars());
        new KeyAgentProcess(machine, entry.keyAgent).stop();
        directory.deleteRecursive();
        LeftBehind.get().forget(entry.node, entry.directory);
    }
}
