package io.jenkins.plugins.gomodules.cli;

/** A command line that cannot be carried out as it is. The message says which word is wrong and what to write. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
