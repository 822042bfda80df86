package io.jenkins.plugins.gomodules.jenkins.view;

import io.jenkins.plugins.gomodules.jenkins.failures.EvidenceLine;

/** A line that proves a cause, and where it is in the console. */
public final class EvidenceCard {
    private final EvidenceLine line;
    private final String anchor;
    private final boolean firstHand;

    /** @param firstHand whether it is a message of a step, which may be anywhere in the console */
    EvidenceCard(EvidenceLine line, String anchor, boolean firstHand) {
        this.line = line;
        this.anchor = anchor;
        this.firstHand = firstHand;
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

    /**
     * Its place in the console, below the page of the build. Lines have no number behind what was left out of a long log:
     * those are at the end of a console that no browser could show as a whole.
     */
    public String getHref() {
        return (firstHand || getNumber() > 0 ? "consoleFull#" : "console#") + anchor;
    }

    /** Whether it is a message of a step, which the console may have in several lines. */
    boolean isFirstHand() {
        return firstHand;
    }
}
