package hudson.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jenkins.model.Jenkins;

public abstract class Node implements ModelObject, AccessControlled {
    public abstract String getNodeName();

    public abstract int getNumExecutors();

    public abstract String getLabelString();

    public abstract FilePath getRootPath();

    public abstract Launcher createLauncher(TaskListener listener);

    public abstract FilePath getWorkspaceFor(TopLevelItem item);

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getRootACL();
    }

    public final Computer toComputer() {
        return Jenkins.get().getComputer(getNodeName());
    }

    public final VirtualChannel getChannel() {
        Computer c = toComputer();
        return c == null ? null : c.getChannel();
    }

    public FilePath createPath(String absolutePath) {
        VirtualChannel channel = getChannel();
        return channel == null ? null : new FilePath(channel, absolutePath);
    }

    @Override
    public String getDisplayName() {
        return getNodeName();
    }
}
