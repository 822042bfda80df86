package io.jenkins.plugins.gomodules.prefetch;

import java.io.IOException;

/** The go command shall do it, and there is none. */
final class GoCommandMissingException extends IOException {
    private static final long serialVersionUID = 1L;

    GoCommandMissingException() {
        super("engine: 'go' needs the go command, and there is none on the PATH of this agent. Install Go there (or add"
                + " it to PATH), or use engine: 'auto', which needs it for modules from version control only.");
    }
}
