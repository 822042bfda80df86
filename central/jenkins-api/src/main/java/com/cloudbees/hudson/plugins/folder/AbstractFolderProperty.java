package com.cloudbees.hudson.plugins.folder;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Describable;
import jenkins.model.Jenkins;

public abstract class AbstractFolderProperty<C extends AbstractFolder<?>>
        extends AbstractDescribableImpl<AbstractFolderProperty<?>> implements ExtensionPoint {
    protected transient C owner;

    public C getOwner() {
        return owner;
    }

    protected void setOwner(C owner) {
        this.owner = owner;
    }

    @Override
    @SuppressWarnings("unchecked")
    public AbstractFolderPropertyDescriptor getDescriptor() {
        return (AbstractFolderPropertyDescriptor)
                Jenkins.get().getDescriptorOrDie((Class<? extends Describable>) getClass());
    }
}
