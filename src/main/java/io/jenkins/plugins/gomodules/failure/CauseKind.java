package io.jenkins.plugins.gomodules.failure;

import java.util.List;
import java.util.Set;

/**
 * An entry of the catalog.
 *
 * @param order its place in the catalog
 * @param id the stable name
 * @param category the group; {@value #MARK} for what is only of use in finding causes and is no cause itself
 * @param title one line, with places for what the failure is about, see {@link Template}
 * @param outranks ids and categories of what follows from it
 * @param insteadOf ids and categories that the same line cannot mean if it means this
 */
record CauseKind(
        int order,
        String id,
        String category,
        String title,
        String explanation,
        String remedy,
        String link,
        Set<String> outranks,
        Set<String> insteadOf) {
    /** The category of what is no cause. */
    static final String MARK = "mark";

    boolean isMark() {
        return category.equals(MARK);
    }

    boolean outranks(CauseKind other) {
        return other != this && (outranks.contains(other.id) || outranks.contains(other.category));
    }

    boolean standsInsteadOf(CauseKind other) {
        return other != this && (insteadOf.contains(other.id) || insteadOf.contains(other.category));
    }

    /** The cause that the catalog describes, about something. */
    Cause describe(double confidence, Subject subject, List<Evidence> evidence) {
        return new Cause(
                id,
                category,
                false,
                confidence,
                Template.fill(title, subject),
                Template.fill(explanation, subject),
                Template.fill(remedy, subject),
                link,
                subject,
                evidence);
    }
}
