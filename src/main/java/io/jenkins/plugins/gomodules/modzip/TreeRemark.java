package io.jenkins.plugins.gomodules.modzip;

import java.io.Serializable;

/**
 * Something in an extracted module that the go command does not make, and that the h1 hash does not cover.
 *
 * @param kind what it is
 * @param file slash-separated, in the module; {@code "."} for its directory. To be quoted before it is shown
 */
public record TreeRemark(Kind kind, String file) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What there can be. */
    public enum Kind {
        /** A symbolic link. It is not followed, and the hash cannot be right. */
        LINK,
        /** A pipe, a socket, a device. It is not opened, and the hash cannot be right. */
        SPECIAL,
        /** A file that may be executed. */
        EXECUTABLE,
        /** A file or directory that every user may write. */
        WRITABLE,
        /** A directory without anything in it. */
        EMPTY_DIRECTORY;

        /** Whether the module's files are not what they should be because of it. */
        public boolean spoils() {
            return this == LINK || this == SPECIAL;
        }

        /** The words for programs, and for people. */
        public String id() {
            return switch (this) {
                case LINK -> "symbolic link";
                case SPECIAL -> "special file";
                case EXECUTABLE -> "executable";
                case WRITABLE -> "writable by all";
                case EMPTY_DIRECTORY -> "empty directory";
            };
        }
    }
}
