package io.jenkins.plugins.gomodules.jenkins.view;

import io.jenkins.plugins.gomodules.jenkins.failures.EvidenceLine;

/** A line that proves a cause, and where it is in the console. */
public final class EvidenceCard {
    private final EvidenceLine line;
    private final String anchor;

    EvidenceCard(EvidenceLine line, String anchor) {
        this.line = line;
        this.anchor = anchor;
    }

    public String getText() {
        return line.getText();
    }

    /** Its number in the console of the whole build, from 1; 0 if that is not known. */
    public long getNumber() {
        return line.getConsoleLine();
    }

    /** The id of the line's element in the console. */
    public String getAnchor() {
        return anchor;
    }

    /** Its place in the whole console, below the page of the build. */
    public String getHref() {
        return "consoleFull#" + anchor;
    }
}
