package io.jenkins.plugins.gomodules.modzip;

import java.io.Serializable;

/**
 * One file in which a module differs from what it should be.
 *
 * @param kind how it differs
 * @param file slash-separated, in the module; chosen by whoever made the change, so to be quoted before it is shown
 */
public record FileChange(Kind kind, String file) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How a file differs. */
    public enum Kind {
        /** It should have other content, or be a file at all. */
        CHANGED,
        /** It should not be there. */
        ADDED,
        /** It should be there. */
        REMOVED;

        /** The word for people and programs. */
        public String id() {
            return switch (this) {
                case CHANGED -> "changed";
                case ADDED -> "added";
                case REMOVED -> "removed";
            };
        }
    }
}
