package io.jenkins.plugins.gomodules.failure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds in a log why a build failed. Immutable, for use by several threads; a call takes about a megabyte of memory
 * whatever the log.
 */
public final class Classifier {
    private static final String MASKED = "auth-masked";
    private static final String NOT_FOUND = "version-not-found";

    /** The catalog is read when somebody first asks for a classifier, not when the class is loaded. */
    private static final class Standard {
        private static final Classifier INSTANCE = new Classifier(new RuleSet(Catalog.load()));

        private Standard() {}
    }

    private final RuleSet rules;

    private Classifier(RuleSet rules) {
        this.rules = rules;
    }

    /** The one that knows the catalog of the plugin. */
    public static Classifier standard() {
        return Standard.INSTANCE;
    }

    /**
     * One that also knows the rules of an administrator.
     *
     * @throws IllegalArgumentException if {@link UserRule#check} finds something wrong with one of them
     */
    public Classifier with(List<UserRule> own) {
        return own.isEmpty() ? this : new Classifier(new RuleSet(rules.catalog().with(own)));
    }

    /**
     * Reads a log to its end, and does not close it.
     *
     * @throws java.io.InterruptedIOException if the thread is interrupted
     */
    public Diagnosis classify(InputStream log, ClassifierContext context) throws IOException {
        Findings findings = new Findings(rules);
        new LogScanner(rules.search()).scan(log, findings);
        List<Cause> causes = new ArrayList<>();
        for (Finding finding : Ranking.rank(findings.all())) {
            causes.add(cause(finding, context));
        }
        return new Diagnosis(withFirstHand(distinct(causes), context));
    }

    /**
     * A cause in the words of the catalog, for who knows it first-hand.
     *
     * @param id an id of the catalog
     * @param message what happened, of which secrets are masked; may be empty
     * @throws IllegalArgumentException if the catalog has no such id
     */
    public Cause describe(String id, Subject subject, String message) {
        CauseKind kind = rules.catalog().kind(id);
        if (kind == null || kind.isMark()) {
            throw new IllegalArgumentException("the catalog has no cause \"" + id + "\"");
        }
        List<Evidence> evidence = message.isEmpty() ? List.of() : List.of(new Evidence(0, Findings.shown(message, 0)));
        return kind.describe(1, subject, evidence);
    }

    /** The ids of all causes, in the order of the catalog. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (CauseKind kind : rules.catalog().kinds()) {
            if (!kind.isMark()) {
                ids.add(kind.id());
            }
        }
        return ids;
    }

    private Cause cause(Finding finding, ClassifierContext context) {
        CauseKind kind = finding.kind();
        double confidence = finding.confidence();
        if (kind.id().equals(MASKED)) {
            confidence = Privacy.confidence(finding.subject(), context, confidence);
        } else if (kind.id().equals(NOT_FOUND) && Privacy.isDeclared(finding.subject(), context)) {
            // A module known to be private that is "not found" is not seen rather than not there.
            kind = rules.catalog().kind(MASKED);
            confidence = 0.85;
        }
        return kind.describe(confidence, finding.subject(), finding.evidence());
    }

    /** Two findings may have become the same cause; the surer one stays, in the place of the first. */
    private static List<Cause> distinct(List<Cause> causes) {
        List<Cause> kept = new ArrayList<>();
        for (Cause cause : causes) {
            boolean known = false;
            for (int i = 0; i < kept.size(); i++) {
                if (kept.get(i).id().equals(cause.id())) {
                    known = true;
                    if (cause.confidence() > kept.get(i).confidence()) {
                        kept.set(i, cause);
                    }
                }
            }
            if (!known) {
                kept.add(cause);
            }
        }
        return kept;
    }

    private static List<Cause> withFirstHand(List<Cause> read, ClassifierContext context) {
        List<Cause> all = new ArrayList<>(context.firstHand());
        for (Cause cause : read) {
            if (context.firstHand().stream().noneMatch(known -> known.id().equals(cause.id()))) {
                all.add(cause);
            }
        }
        List<Cause> marked = new ArrayList<>();
        for (Cause cause : all) {
            marked.add(cause.asRoot(marked.isEmpty()));
        }
        return marked;
    }
}
