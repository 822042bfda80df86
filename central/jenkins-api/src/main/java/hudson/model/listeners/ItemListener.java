package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;

/** Told when a session has begun, and when it ends. */
public class ItemListener implements ExtensionPoint {
    public void onLoaded() {}

    public void onBeforeShutdown() {}

    public static ExtensionList<ItemListener> all() {
        return ExtensionList.lookup(ItemListener.class);
    }
}
