package hudson.slaves;

import hudson.FilePath;
import hudson.Functions;
import hudson.model.Computer;
import hudson.model.Slave;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.util.StreamTaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

public class SlaveComputer extends Computer {
    private volatile Channel channel;
    private Future<?> connecting;

    public SlaveComputer(Slave slave) {
        super(slave);
    }

    @Override
    public Slave getNode() {
        return (Slave) super.getNode();
    }

    @Override
    public Channel getChannel() {
        Channel current = channel;
        return current == null || current.isClosingOrClosed() ? null : current;
    }

    public void setChannel(InputStream in, OutputStream out, OutputStream launchLog, Channel.Listener listener)
            throws IOException, InterruptedException {
        Channel connected = new Channel(getName(), threadPoolForRemoting, in, out);
        connected.addListener(new Channel.Listener() {
            @Override
            public void onClosed(Channel closed, IOException cause) {
                closeChannel(new OfflineCause.ChannelTermination(cause));
            }
        });
        if (listener != null) {
            connected.addListener(listener);
        }
        FilePath root = new FilePath(connected, getNode().getRemoteFS());
        try {
            for (ComputerListener each : ComputerListener.all()) {
                each.preOnline(this, connected, root, getListener());
            }
        } catch (IOException | InterruptedException | RuntimeException x) {
            connected.close();
            throw x;
        }
        channel = connected;
        for (ComputerListener each : ComputerListener.all()) {
            try {
                each.onOnline(this, getListener());
            } catch (Exception x) {
                Functions.printStackTrace(x, getListener().getLogger());
            }
        }
    }

    /** Agents run on this machine. */
    @Override
    public Boolean isUnix() {
        return getChannel() == null ? null : Boolean.valueOf(!hudson.Functions.isWindows());
    }

    public TaskListener getListener() {
        return StreamTaskListener.fromStdout();
    }

    @Override
    protected synchronized Future<?> _connect(boolean forceReconnect) {
        if (connecting == null || connecting.isDone() && getChannel() == null) {
            connecting = threadPoolForRemoting.submit(() -> {
                getNode().getLauncher().launch(this, TaskListener.NULL);
                return null;
            });
        }
        return connecting;
    }

    /** Tells the listeners once, whichever end closed it. */
    private void closeChannel(OfflineCause cause) {
        Channel current;
        synchronized (this) {
            current = channel;
            channel = null;
        }
        if (current == null) {
            return;
        }
        try {
            current.close();
        } catch (IOException x) {
            Functions.printStackTrace(x, getListener().getLogger());
        }
        for (ComputerListener each : ComputerListener.all()) {
            try {
                each.onOffline(this, cause);
            } catch (RuntimeException x) {
                Functions.printStackTrace(x, getListener().getLogger());
            }
        }
    }

    @Override
    public Future<?> disconnect(OfflineCause cause) {
        closeChannel(cause);
        return CompletableFuture.completedFuture(null);
    }
}
