package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.force.HostsInForce;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Lays out on an agent what hosts are bound to. An agent may lack what a host takes that was named for everybody, Git or
 * ssh-agent: such hosts must not keep a build from its own ones, or from going on without any.
 */
final class LayOut {
    private final Launcher launcher;
    private final VirtualChannel channel;
    private final EnvVars environment;
    private final int keyAgentSeconds;
    private final PrintStream console;

    LayOut(Launcher launcher, VirtualChannel channel, EnvVars environment, int keyAgentSeconds, PrintStream console) {
        this.launcher = launcher;
        this.channel = channel;
        this.environment = environment;
        this.keyAgentSeconds = keyAgentSeconds;
        this.console = console;
    }

    /** @throws IOException with a sentence for the build's log when the step's own hosts cannot be laid out */
    void open(AgentAccess access, HostsInForce hosts) throws IOException, InterruptedException {
        for (List<BoundHost> fewer : List.of(hosts.all(), hosts.withoutInheritedSsh())) {
            if (fewer.equals(hosts.own())) {
                break;
            }
            try {
                open(access, fewer);
                return;
            } catch (AbortException e) {
                console.println("WARNING: " + Messages.LayOut_leftOut(e.getMessage()));
            }
        }
        open(access, hosts.own());
    }

    private void open(AgentAccess access, List<BoundHost> hosts) throws IOException, InterruptedException {
        access.open(hosts, launcher, channel, environment, keyAgentSeconds, console);
    }
}
