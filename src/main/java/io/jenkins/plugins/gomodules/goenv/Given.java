package io.jenkins.plugins.gomodules.goenv;

import java.io.Serializable;

/**
 * A value that somebody gives a variable, in the place of the environment's.
 *
 * @param value the value, which may be secret; {@code ""} makes the variable count as not set
 * @param origin who says so, for a person to read: {@code step parameter goproxy}, {@code folder team}
 */
public record Given(String value, String origin) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The origin alone: the value may be secret. */
    @Override
    public String toString() {
        return "Given[" + origin + "]";
    }
}
