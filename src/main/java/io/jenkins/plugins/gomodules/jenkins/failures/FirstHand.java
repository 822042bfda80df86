package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes causes of what a step of the plugin has seen itself. */
final class FirstHand {
    /** Hundreds of modules may have failed alike; the page lists them all. */
    private static final int MAX_CAUSES = 5;

    private FirstHand() {}

    /** One for each id, with the first failure that has it; ids that the catalog does not know are left out. */
    static List<Cause> causes(StepRecord step, Classifier classifier) {
        List<Cause> causes = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        Set<String> known = Set.copyOf(classifier.ids());
        for (RecordedFailure failure : step.getFailures()) {
            if (known.contains(failure.getCause()) && causes.size() < MAX_CAUSES && told.add(failure.getCause())) {
                Subject subject = Subject.ofModule(
                        failure.getModule(),
                        failure.getVersion(),
                        host(failure.getProxy()),
                        failure.getProxy(),
                        failure.getStatus());
                Cause cause = classifier.describe(failure.getCause(), subject, failure.getMessage());
                causes.add(cause.asRoot(causes.isEmpty()));
            }
        }
        return causes;
    }

    /** The host of a URL; "" for what is none, such as {@code direct}. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
