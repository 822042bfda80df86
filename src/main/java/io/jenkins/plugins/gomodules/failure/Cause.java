package io.jenkins.plugins.gomodules.failure;

import java.io.Serializable;
import java.util.List;

/**
 * Why a build failed, or what followed from it.
 *
 * @param id the stable name in the catalog, such as {@code dns-failure}
 * @param category the group it belongs to, such as {@code network}
 * @param root whether it is the one that the others follow from, or that stopped the build
 * @param confidence how sure that is, from 0 to 1
 * @param title one line, with what the failure is about
 * @param explanation what happened
 * @param remedy what to do
 * @param link documentation; may be empty
 * @param subject module, host and so on, as far as known
 * @param evidence lines that prove it, in their order; a few at most
 */
public record Cause(
        String id,
        String category,
        boolean root,
        double confidence,
        String title,
        String explanation,
        String remedy,
        String link,
        Subject subject,
        List<Evidence> evidence)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Cause {
        evidence = List.copyOf(evidence);
    }

    /** The path of the module; empty if none was named. */
    public String module() {
        return subject.module();
    }

    /** The version of the module; empty if none was named. */
    public String version() {
        return subject.version();
    }

    /** The host that was spoken to or looked for; empty if none was named. */
    public String host() {
        return subject.host();
    }

    /** What was asked for; empty if none was named. */
    public String url() {
        return subject.url();
    }

    /** The HTTP status; 0 if there was none. */
    public int status() {
        return subject.status();
    }

    /** The same, as root or not. */
    public Cause asRoot(boolean isRoot) {
        return new Cause(id, category, isRoot, confidence, title, explanation, remedy, link, subject, evidence);
    }
}
