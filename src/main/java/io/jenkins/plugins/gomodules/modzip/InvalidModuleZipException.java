package io.jenkins.plugins.gomodules.modzip;

import java.io.IOException;

/** A zip that the go command would not take for the module it should hold; the message names module, entry and rule. */
public class InvalidModuleZipException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence that names the zip, where there is one the entry, and the rule that is broken */
    public InvalidModuleZipException(String message) {
        super(message);
    }
}
