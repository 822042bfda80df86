package io.jenkins.plugins.gomodules.jenkins.view;

/** Something that is known of a cause, such as its module. */
public final class Fact {
    private final String label;
    private final String value;

    Fact(String label, String value) {
        this.label = label;
        this.value = value;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }
}
