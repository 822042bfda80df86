package hudson.slaves;

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
        channel = new Channel(getName(), threadPoolForRemoting, in, out);
        if (listener != null) {
            channel.addListener(listener);
        }
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

    @Override
    public Future<?> disconnect(OfflineCause cause) {
        Channel current = channel;
        channel = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException x) {
                return CompletableFuture.failedFuture(x);
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
