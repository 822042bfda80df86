package io.jenkins.plugins.gomodules.module;

/** A module path, import path, file path or version that the Go command would refuse; the message says which rule. */
public class InvalidModuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence that quotes what is wrong and names the rule */
    public InvalidModuleException(String message) {
        super(message);
    }
}
