package hudson.model;

import hudson.model.labels.LabelAtom;

public abstract class Label extends Actionable {
    protected final transient String name;

    protected Label(String name) {
        this.name = name;
    }

    public static Label get(String l) {
        return l == null || l.isEmpty() ? null : new LabelAtom(l);
    }

    public final String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
