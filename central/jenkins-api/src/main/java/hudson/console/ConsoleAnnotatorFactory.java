package hudson.console;

import hudson.ExtensionPoint;

public abstract class ConsoleAnnotatorFactory<T> implements ExtensionPoint {
    public abstract ConsoleAnnotator<T> newInstance(T context);

    public Class<?> type() {
        return Object.class;
    }
}
