package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Why a build failed, and in which of its steps. */
@ExportedBean
public final class FoundCause {
    private final String id;
    private final String category;
    private final boolean root;
    private final double confidence;
    private final String title;
    private final String explanation;
    private final String remedy;
    private final String link;
    private final String module;
    private final String version;
    private final String importPath;
    private final String host;
    private final String url;
    private final String file;
    private final int status;
    private final boolean firstHand;
    private final String nodeId;
    private final String step;
    private final String branch;
    private final ArrayList<EvidenceLine> evidence;

    FoundCause(Cause cause, boolean firstHand, FailingStep where, List<EvidenceLine> evidence) {
        id = cause.id();
        category = cause.category();
        root = cause.root();
        confidence = cause.confidence();
        title = ForeignText.line(cause.title());
        explanation = ForeignText.line(cause.explanation());
        remedy = ForeignText.line(cause.remedy());
        link = isWebAddress(cause.link()) ? ForeignText.line(cause.link()) : "";
        module = ForeignText.line(cause.module());
        version = ForeignText.line(cause.version());
        importPath = ForeignText.line(cause.subject().importPath());
        host = ForeignText.line(cause.host());
        url = ForeignText.line(cause.url());
        file = ForeignText.line(cause.subject().file());
        status = cause.status();
        this.firstHand = firstHand;
        nodeId = where.nodeId();
        step = where.step();
        branch = where.branch();
        this.evidence = new ArrayList<>(evidence);
    }

    /** False of what was read from a file that lacks something. */
    boolean isComplete() {
        return Stream.of(
                                id,
                                category,
                                title,
                                explanation,
                                remedy,
                                link,
                                module,
                                version,
                                importPath,
                                host,
                                url,
                                file,
                                nodeId,
                                step,
                                branch)
                        .allMatch(Objects::nonNull)
                && evidence != null
                && evidence.stream().allMatch(line -> line != null && line.getText() != null);
    }

    /** What an administrator writes into a rule becomes a link for others. */
    private static boolean isWebAddress(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }

    /** The stable name in the catalog, or of an own rule. */
    @Exported
    public String getId() {
        return id;
    }

    /** The group it belongs to, such as {@code network}; {@code own} for an own rule. */
    @Exported
    public String getCategory() {
        return category;
    }

    /** Whether it is the one that the others of its step follow from. Of branches that failed, each may have one. */
    @Exported
    public boolean isRoot() {
        return root;
    }

    /** How sure it is, from 0 to 1. */
    @Exported
    public double getConfidence() {
        return confidence;
    }

    /** One line, with what the failure is about. */
    @Exported
    public String getTitle() {
        return title;
    }

    /** What happened; may be empty. */
    @Exported
    public String getExplanation() {
        return explanation;
    }

    /** What to do; may be empty. */
    @Exported
    public String getRemedy() {
        return remedy;
    }

    /** Documentation; may be empty. Of an own rule it is what an administrator wrote. */
    @Exported
    public String getLink() {
        return link;
    }

    @Exported
    public String getModule() {
        return module;
    }

    @Exported
    public String getVersion() {
        return version;
    }

    /** A package; may be empty. */
    @Exported
    public String getImportPath() {
        return importPath;
    }

    @Exported
    public String getHost() {
        return host;
    }

    @Exported
    public String getUrl() {
        return url;
    }

    /** A file, directory or program; may be empty. */
    @Exported
    public String getFile() {
        return file;
    }

    /** The HTTP status, or 0. */
    @Exported
    public int getStatus() {
        return status;
    }

    /** Whether a step of the plugin saw it itself, so that it was read from no log. */
    @Exported
    public boolean isFirstHand() {
        return firstHand;
    }

    /** The node of the Pipeline's step that failed; "" if it was found in the log of the whole build. */
    @Exported
    public String getNodeId() {
        return nodeId;
    }

    /** The name of that step, such as {@code sh}; may be empty. */
    @Exported
    public String getStep() {
        return step;
    }

    /** The stages and parallel branches around the step, outermost first, such as {@code Build › linux}; may be empty. */
    @Exported
    public String getBranch() {
        return branch;
    }

    /** Lines that prove it, in their order. */
    @Exported(inline = true)
    public List<EvidenceLine> getEvidence() {
        return List.copyOf(evidence);
    }
}
