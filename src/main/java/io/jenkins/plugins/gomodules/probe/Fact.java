package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;

/**
 * Something that a stage found out.
 *
 * @param name what it is about, such as {@code issuer}: a word that a page has a text for
 * @param value one line
 */
public record Fact(String name, String value) implements Serializable {
    private static final long serialVersionUID = 1L;
}
