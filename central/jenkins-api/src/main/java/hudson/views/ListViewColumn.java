package hudson.views;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;

public abstract class ListViewColumn extends AbstractDescribableImpl<ListViewColumn> implements ExtensionPoint {}
