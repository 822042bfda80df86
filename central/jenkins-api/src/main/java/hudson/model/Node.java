package hudson.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.DescribableList;
import jenkins.model.Jenkins;

public abstract class Node implements ModelObject, AccessControlled {
    private final DescribableList<NodeProperty<?>, NodePropertyDescriptor> nodeProperties =
            new DescribableList<>(() -> {});

    public abstract String getNodeName();

    public abstract int getNumExecutors();

    public abstract String getLabelString();

    public abstract FilePath getRootPath();

    public abstract Launcher createLauncher(TaskListener listener);

    public abstract FilePath getWorkspaceFor(TopLevelItem item);

    public DescribableList<NodeProperty<?>, NodePropertyDescriptor> getNodeProperties() {
        return nodeProperties;
    }

    public <T extends NodeProperty> T getNodeProperty(Class<T> clazz) {
        return nodeProperties.stream()
                .filter(clazz::isInstance)
                .map(clazz::cast)
                .findFirst()
                .orElse(null);
    }

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
