package io.jenkins.plugins.gomodules.modcache;

import java.io.IOException;

/** Decides whether a module's content is the right one: go.sum, the checksum database, or nobody. */
public interface HashCheck {

    /**
     * Called once, when all files are hashed and before any of them counts as part of the cache.
     *
     * @param h1 the hash of the zip's content, {@code h1:} and 44 characters
     * @throws IOException if the content must not be used; it reaches the caller as it is, and nothing of the module stays
     */
    void verify(String h1) throws IOException;
}
