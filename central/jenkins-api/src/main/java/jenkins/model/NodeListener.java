package jenkins.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Node;
import java.util.List;

public abstract class NodeListener implements ExtensionPoint {
    protected void onDeleted(Node node) {}

    public static void fireOnDeleted(Node node) {
        all().forEach(listener -> listener.onDeleted(node));
    }

    public static List<NodeListener> all() {
        return ExtensionList.lookup(NodeListener.class);
    }
}
