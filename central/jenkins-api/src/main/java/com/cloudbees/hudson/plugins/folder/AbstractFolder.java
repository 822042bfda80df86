package com.cloudbees.hudson.plugins.folder;

import hudson.model.AbstractItem;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.util.DescribableList;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

public abstract class AbstractFolder<I extends TopLevelItem> extends AbstractItem
        implements TopLevelItem, ItemGroup<I> {
    protected final transient Map<String, I> items = new ConcurrentSkipListMap<>();
    private final DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor> properties =
            new DescribableList<>(() -> {});

    protected AbstractFolder(ItemGroup parent, String name) {
        super(parent, name);
    }

    public DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor> getProperties() {
        return properties;
    }

    @SuppressWarnings("unchecked")
    public void addProperty(AbstractFolderProperty p) throws IOException {
        p.setOwner(this);
        properties.add(p);
    }

    @Override
    public I getItem(String name) {
        return items.get(name);
    }

    public Collection<I> getItems() {
        return items.values();
    }
}
