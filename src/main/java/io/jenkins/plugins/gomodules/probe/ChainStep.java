package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;

/**
 * What one entry of a GOPROXY list does about the module.
 *
 * @param entry the URL without login, {@code direct} or {@code off}
 * @param answer what it answers
 * @param goesOn whether the next entry is asked then
 */
public record ChainStep(String entry, Answer answer, boolean goesOn) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What an entry answers. */
    public enum Answer {
        /** It delivers the module. */
        DELIVERS,
        /** 404 or 410: the next entry is asked. */
        NOT_FOUND,
        /** Anything else: the next entry is asked behind a bar only. */
        ERROR,
        /** The module's own version control system is asked. */
        VERSION_CONTROL,
        /** Nobody is asked. */
        REFUSES,
        /** The list does not come to it for this module. */
        NOT_REACHED
    }
}
