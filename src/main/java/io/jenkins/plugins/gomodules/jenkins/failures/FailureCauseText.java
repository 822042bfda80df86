package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The causes of a failure in plain text, for mails. These are written before a build is over, and its analysis comes
 * afterwards; so the build is read at once, as far as it has come and up to a small size.
 */
final class FailureCauseText {
    /** Takes a fraction of a second. */
    private static final long MAX_LOG = 16L * 1024 * 1024;

    private FailureCauseText() {}

    /**
     * What is known of a build; "" if nothing is, or the build has not failed.
     *
     * @param part {@code title}, {@code remedy}, {@code id}, or {@code all} for titles and remedies of all causes
     * @throws IllegalArgumentException if it is anything else
     */
    static String of(Run<?, ?> build, String part) throws IOException {
        List<FoundCause> causes = causes(build);
        FoundCause root = causes.isEmpty() ? null : causes.get(0);
        return switch (part) {
            case "title" -> root == null ? "" : root.getTitle();
            case "remedy" -> root == null ? "" : root.getRemedy();
            case "id" -> root == null ? "" : root.getId();
            case "all" -> causes.stream().map(FailureCauseText::paragraph).collect(Collectors.joining("\n\n"));
            default -> throw new IllegalArgumentException(Messages.FailureCauseText_part(part));
        };
    }

    private static List<FoundCause> causes(Run<?, ?> build) throws IOException {
        GoFailureAction known = GoFailureAction.of(build);
        if (known != null && (known.isFound() || !known.isPending())) {
            return known.getCauses();
        }
        if (!AnalysedBuilds.hasFailedSoFar(build) || !AnalysedBuilds.isWanted(build)) {
            return List.of();
        }
        FailureAnalysisSettings settings = GoModulesConfiguration.get().getFailureAnalysis();
        return FailureAnalysis.of(build, new AnalysisLimits(settings.usableRules(), MAX_LOG, 2 * MAX_LOG))
                .causes();
    }

    private static String paragraph(FoundCause cause) {
        String where = cause.getBranch().isEmpty() ? "" : cause.getBranch() + ": ";
        return where + cause.getTitle() + (cause.getRemedy().isEmpty() ? "" : "\n" + cause.getRemedy());
    }
}
