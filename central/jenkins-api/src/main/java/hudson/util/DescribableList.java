package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;
import java.util.Collection;

/** Describable objects of which at most one is of each kind. */
public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {
    protected DescribableList() {}

    public DescribableList(Saveable owner) {}

    public DescribableList(Saveable owner, Collection<? extends T> initialList) {
        replaceBy(initialList);
    }
}
