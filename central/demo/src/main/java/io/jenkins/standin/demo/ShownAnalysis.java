package io.jenkins.standin.demo;

import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.failures.EvidenceLine;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** What the page of a failed build says, as text. */
final class ShownAnalysis {
    private static final long PATIENCE_SECONDS = 30;

    private ShownAnalysis() {}

    /** Prints the analysis of a build, if there is one, as soon as it is done: it begins when the build is over. */
    static void print(Run<?, ?> build, PrintStream out) throws InterruptedException {
        GoFailureAction analysis = GoFailureAction.of(build);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (analysis != null && analysis.isPending() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        if (analysis == null || !analysis.isFound()) {
            return;
        }
        out.println();
        out.println("----- Failure analysis, as on the page of the build -----");
        for (FoundCause cause : analysis.getCauses()) {
            out.println();
            out.println(cause.getTitle() + "  [" + cause.getId() + "]");
            for (EvidenceLine line : cause.getEvidence()) {
                String number = line.getConsoleLine() == 0 ? "" : line.getConsoleLine() + ": ";
                out.println("    " + number + line.getText());
            }
            out.println("  What to do: " + cause.getRemedy());
        }
    }
}
