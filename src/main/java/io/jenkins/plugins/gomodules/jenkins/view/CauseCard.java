package io.jenkins.plugins.gomodules.jenkins.view;

import io.jenkins.plugins.gomodules.jenkins.failures.EvidenceLine;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.util.ArrayList;
import java.util.List;

/** A cause as pages show it. */
public final class CauseCard {
    /** The icon of the failure analysis. */
    static final String SYMBOL = "symbol-go-failure plugin-go-modules";

    private static final double CERTAIN = 0.85;
    private static final double LIKELY = 0.6;

    private final FoundCause cause;
    private final int number;

    /** @param number its place among the causes of its build, from 1 */
    CauseCard(FoundCause cause, int number) {
        this.cause = cause;
        this.number = number;
    }

    /** Its place among the causes of its build, from 1. */
    int getNumber() {
        return number;
    }

    /** Whether it was found in a step of a Pipeline, or in a log that belongs to no step. */
    boolean isOf(String nodeId) {
        return cause.getNodeId().isEmpty() || cause.getNodeId().equals(nodeId);
    }

    /** The id of the cause's element in the page of the analysis. */
    public String getAnchor() {
        return "cause-" + number;
    }

    /** Its place in the page of the analysis, below the page of its build. */
    public String getPage() {
        return GoFailureAction.URL + "/#" + getAnchor();
    }

    /** The stable name. */
    public String getId() {
        return cause.getId();
    }

    /** The end of the CSS class that colours it. */
    public String getColour() {
        return CauseColour.of(cause.getCategory());
    }

    public String getTitle() {
        return cause.getTitle();
    }

    public String getExplanation() {
        return cause.getExplanation();
    }

    public String getRemedy() {
        return cause.getRemedy();
    }

    public boolean isRoot() {
        return cause.isRoot();
    }

    /** Whether the step saw it itself. */
    public boolean isFirstHand() {
        return cause.isFirstHand();
    }

    /** Documentation; null if there is none, or none that may be linked to. */
    public String getLink() {
        return WebLink.orNull(cause.getLink());
    }

    /** How sure it is, in a word or two. */
    public String getSure() {
        if (cause.isFirstHand()) {
            return Messages.CauseCard_firstHand();
        }
        if (cause.getConfidence() >= CERTAIN) {
            return Messages.CauseCard_certain();
        }
        return cause.getConfidence() >= LIKELY ? Messages.CauseCard_likely() : Messages.CauseCard_possible();
    }

    /** The step that failed, and the stages and branches around it; empty if that is not known. */
    public String getPlace() {
        String step = ForeignText.line(cause.getStep());
        String branch = ForeignText.line(cause.getBranch());
        if (step.isEmpty()) {
            return branch;
        }
        return branch.isEmpty() ? Messages.CauseCard_step(step) : Messages.CauseCard_stepIn(step, branch);
    }

    /** Its lines, in their order. */
    public List<EvidenceCard> getEvidence() {
        List<EvidenceCard> cards = new ArrayList<>();
        for (EvidenceLine line : cause.getEvidence()) {
            if (!line.getText().isEmpty()) {
                cards.add(new EvidenceCard(line, consoleAnchor(number, cards.size() + 1), cause.isFirstHand()));
            }
        }
        return cards;
    }

    /** The id of a line in the console. */
    private static String consoleAnchor(int cause, int line) {
        return line == 1 ? "go-failure-" + cause : "go-failure-" + cause + "-" + line;
    }

    /** What it is about, as far as known. */
    public List<Fact> getFacts() {
        List<Fact> facts = new ArrayList<>();
        String version = cause.getVersion();
        String module = cause.getModule();
        add(
                facts,
                Messages.CauseCard_module(),
                module.isEmpty() || version.isEmpty() ? module : module + "@" + version);
        add(facts, Messages.CauseCard_package(), cause.getImportPath());
        add(facts, Messages.CauseCard_host(), cause.getHost());
        add(facts, Messages.CauseCard_url(), cause.getUrl());
        add(facts, Messages.CauseCard_status(), cause.getStatus() == 0 ? "" : Integer.toString(cause.getStatus()));
        add(facts, Messages.CauseCard_file(), cause.getFile());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }
}
