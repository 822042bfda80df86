package hudson.model;

import hudson.FilePath;
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

    public SlaveComputer getComputer() {
        return (SlaveComputer) toComputer();
    }
}
