package io.jenkins.plugins.gomodules.failure;

import java.io.Serializable;

/**
 * A line that proves a cause.
 *
 * @param line its number in the log, counted from 1; 0 if it is not from the log
 * @param text the line without colours and prefixes, secrets masked, 500 characters at most
 */
public record Evidence(long line, String text) implements Serializable {
    private static final long serialVersionUID = 1L;
}
