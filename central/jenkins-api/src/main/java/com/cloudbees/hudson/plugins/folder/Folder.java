package com.cloudbees.hudson.plugins.folder;

import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import java.io.IOException;
import jenkins.model.Jenkins;

/** A folder in memory: what is in it, and its properties, do not outlive the session. */
public class Folder extends AbstractFolder<TopLevelItem> {
    public Folder(ItemGroup parent, String name) {
        super(parent, name);
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        T item = Jenkins.newItem(type, this, name);
        items.put(name, item);
        return item;
    }
}
