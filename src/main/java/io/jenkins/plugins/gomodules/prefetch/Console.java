package io.jenkins.plugins.gomodules.prefetch;

/** Where a person reads what goes on: a build's console or a terminal. Called from one thread at a time. */
@FunctionalInterface
public interface Console {
    /** Prints one line, without its line end. */
    void line(String text);
}
