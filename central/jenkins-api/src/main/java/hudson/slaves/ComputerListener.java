package hudson.slaves;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;

/** Told when nodes connect and disconnect. */
public abstract class ComputerListener implements ExtensionPoint {
    /** The agent can be spoken to, but does not count as connected yet. An exception keeps it from connecting. */
    public void preOnline(Computer c, Channel channel, FilePath root, TaskListener listener)
            throws IOException, InterruptedException {}

    public void onOnline(Computer c, TaskListener listener) throws IOException, InterruptedException {}

    public void onOffline(Computer c, OfflineCause cause) {}

    public static ExtensionList<ComputerListener> all() {
        return ExtensionList.lookup(ComputerListener.class);
    }
}
