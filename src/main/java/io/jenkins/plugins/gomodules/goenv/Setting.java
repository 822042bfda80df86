package io.jenkins.plugins.gomodules.goenv;

import java.io.Serializable;

/**
 * One setting as it is in force, fit to be shown: user names, passwords and other secrets in the value are masked. To
 * act on a value, ask {@link GoEnvironment#get}.
 *
 * @param name the variable, such as {@code GOPROXY}
 * @param value its value with secrets masked, {@code ""} when nothing sets it
 * @param origin who sets it, for a person to read: {@code step parameter goproxy}, {@code environment of the agent},
 *     {@code go env -w file /home/ci/.config/go/env}, {@code default}
 */
public record Setting(String name, String value, String origin) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Origin of a value that nobody set. */
    public static final String DEFAULT = "default";

    @Override
    public String toString() {
        return name + "=" + value + " (" + origin + ")";
    }
}
