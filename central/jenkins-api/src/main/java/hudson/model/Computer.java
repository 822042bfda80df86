package hudson.model;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.slaves.OfflineCause;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public abstract class Computer extends Actionable {
    public static final ExecutorService threadPoolForRemoting = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "Computer.threadPoolForRemoting");
        thread.setDaemon(true);
        return thread;
    });

    private final Node node;

    protected Computer(Node node) {
        this.node = node;
    }

    public abstract VirtualChannel getChannel();

    public abstract Boolean isUnix();

    public Node getNode() {
        return node;
    }

    public String getName() {
        return node.getNodeName();
    }

    @Override
    public String getDisplayName() {
        return getName().isEmpty() ? "Built-In Node" : getName();
    }

    public boolean isOffline() {
        return getChannel() == null;
    }

    public final boolean isOnline() {
        return !isOffline();
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        return EnvVars.getRemote(getChannel());
    }

    /** What Jenkins' configuration adds for the agent: nothing here. */
    public EnvVars buildEnvironment(TaskListener listener) throws IOException, InterruptedException {
        return new EnvVars();
    }

    public final Future<?> connect(boolean forceReconnect) {
        return _connect(forceReconnect);
    }

    protected abstract Future<?> _connect(boolean forceReconnect);

    public Future<?> disconnect(OfflineCause cause) {
        throw new UnsupportedOperationException("the built-in node cannot be disconnected");
    }

    public void waitUntilOnline() throws InterruptedException {
        while (isOffline()) {
            Thread.sleep(10);
        }
    }
}
