package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Functions;
import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * Marks the lines of a console that prove causes. The first occurrence of each has an id to link to; the first line of a
 * cause also names it, with a link to the analysis.
 *
 * <p>What a browser gets to keep of it between two requests is which lines and causes were met already.
 */
final class EvidenceAnnotator extends ConsoleAnnotator<Object> {
    private static final long serialVersionUID = 1L;

    /** A step in a loop may repeat its failure as often as it likes. */
    private static final int MAX_MARKED = 2_000;

    /** Of a class that Jenkins deserializes: it refuses most of Java's own, {@code BitSet} among them. */
    private final HashSet<Integer> met = new HashSet<>();

    private final HashSet<Integer> named = new HashSet<>();
    private int marked;
    private transient Lines lines;

    /** What is looked for; made again after a request. */
    private static final class Lines {
        private final List<CauseCard> cards = new ArrayList<>();
        private final List<EvidenceCard> evidence = new ArrayList<>();
        private final EvidenceLines texts;
        private final String page;

        Lines(List<CauseCard> all, String page) {
            for (CauseCard card : all) {
                for (EvidenceCard line : card.getEvidence()) {
                    cards.add(card);
                    evidence.add(line);
                }
            }
            texts = new EvidenceLines(all);
            this.page = page;
        }
    }

    /** @param page the URL of the analysis, with a slash at its end; null if there can be no link */
    EvidenceAnnotator(List<CauseCard> causes, String page) {
        lines = new Lines(causes, page);
    }

    @Override
    public ConsoleAnnotator<Object> annotate(Object context, MarkupText text) {
        if (marked >= MAX_MARKED) {
            return null;
        }
        Lines known = lines(context);
        if (known == null) {
            return null;
        }
        String line = text.getText();
        List<Integer> found = known.texts.find(line);
        if (!found.isEmpty()) {
            marked++;
            mark(text, line.stripTrailing().length(), found, known);
        }
        return this;
    }

    private Lines lines(Object context) {
        if (lines == null) {
            List<CauseCard> causes = ConsoleEvidence.causesIn(context);
            lines = causes.isEmpty() ? null : new Lines(causes, pageOf(ConsoleEvidence.buildOf(context)));
        }
        return lines;
    }

    private void mark(MarkupText text, int end, List<Integer> found, Lines known) {
        CauseCard cause = known.cards.get(found.get(0));
        String title = Functions.htmlAttributeEscape(cause.getTitle());
        String kind = cause.isRoot() ? "root" : "other";
        StringBuilder open = new StringBuilder();
        for (int number : found) {
            if (met.add(number)) {
                open.append("<span id=\"")
                        .append(known.evidence.get(number).getAnchor())
                        .append("\"></span>");
            }
        }
        open.append("<span class=\"go-modules-evidence go-modules-evidence--")
                .append(kind)
                .append("\" title=\"")
                .append(title)
                .append("\">");
        text.addMarkup(0, end, open.toString(), "</span>");
        if (known.page != null && named.add(cause.getNumber())) {
            String href = Functions.htmlAttributeEscape(known.page) + "#" + cause.getAnchor();
            text.addMarkup(
                    end,
                    " <a class=\"go-modules-evidence__cause go-modules-evidence__cause--" + kind + "\" href=\"" + href
                            + "\">← " + title + "</a>");
        }
    }

    /**
     * The URL of a build's analysis: without the host for the browser that asks, with it for a mail; null if it is not
     * known.
     */
    static String pageOf(Run<?, ?> build) {
        String root;
        try {
            String asked = Jenkins.get().getRootUrlFromRequest();
            root = asked.substring(asked.indexOf('/', asked.indexOf("://") + 3));
        } catch (IllegalStateException e) {
            root = Jenkins.get().getRootUrl();
        }
        return root == null ? null : root + build.getUrl() + GoFailureAction.URL + "/";
    }
}
