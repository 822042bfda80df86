package hudson.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.Channel;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.SlaveComputer;
import java.io.IOException;

public abstract class Slave extends Node {
    protected String name;
    protected final String remoteFS;
    private final ComputerLauncher launcher;
    private String label = "";

    protected Slave(String name, String remoteFS, ComputerLauncher launcher)
            throws Descriptor.FormException, IOException {
        this.name = name;
        this.remoteFS = remoteFS;
        this.launcher = launcher;
    }

    public ComputerLauncher getLauncher() {
        return launcher;
    }

    public void setLabelString(String labelString) throws IOException {
        label = labelString;
    }

    @Override
    public String getNodeName() {
        return name;
    }

    public String getRemoteFS() {
        return remoteFS;
    }

    @Override
    public String getLabelString() {
        return label;
    }

    @Override
    public int getNumExecutors() {
        return 1;
    }

    @Override
    public FilePath getRootPath() {
        return createPath(remoteFS);
    }

    @Override
    public FilePath getWorkspaceFor(TopLevelItem item) {
        FilePath root = getRootPath();
        return root == null ? null : root.child("workspace").child(item.getFullName());
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        SlaveComputer c = getComputer();
        Channel channel = c == null ? null : c.getChannel();
        if (channel == null) {
            listener.error("Issue with creating launcher for agent " + name + ". "
                    + (c == null ? "Computer has been disconnected" : "The agent has not been fully initialized yet"));
            return new Launcher.DummyLauncher(listener);
        }
        return new Launcher.RemoteLauncher(listener, channel, c.isUnix());
    }

    public SlaveComputer getComputer() {
        return (SlaveComputer) toComputer();
    }
}
