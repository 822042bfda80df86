package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes causes of what a step of the plugin has seen itself. */
final class FirstHand {
    /** Hundreds of modules may have failed alike; the page lists them all. */
    private static final int MAX_CAUSES = 5;

    private static final String NOT_FOUND = "version-not-found";
    private static final String MASKED = "auth-masked";

    /** These come first, whatever else has failed: somebody may be serving what nobody has published. */
    private static final Set<String> SECURITY = Set.of("checksum-mismatch", "sumdb-fork", "sumdb-untrusted");

    private FirstHand() {}

    /** One for each id, with the first failure that has it; ids that the catalog does not know are left out. */
    static List<Cause> causes(StepRecord step, Classifier classifier) {
        List<Cause> causes = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        Set<String> known = Set.copyOf(classifier.ids());
        List<RecordedFailure> failures = new ArrayList<>(step.getFailures());
        failures.sort(Comparator.comparing(failure -> !SECURITY.contains(failure.getCause())));
        for (RecordedFailure failure : failures) {
            String id = id(failure, classifier);
            if (known.contains(id) && causes.size() < MAX_CAUSES && told.add(id)) {
                Subject subject = Subject.ofModule(
                        failure.getModule(),
                        failure.getVersion(),
                        host(failure.getProxy()),
                        failure.getProxy(),
                        failure.getStatus());
                Cause cause = classifier.describe(id, subject, failure.getMessage());
                causes.add(cause.asRoot(causes.isEmpty()));
            }
        }
        return causes;
    }

    /** What a proxy says may tell that it did not find a module because it was not let in where it looked. */
    private static String id(RecordedFailure failure, Classifier classifier) {
        if (!failure.getCause().equals(NOT_FOUND)) {
            return failure.getCause();
        }
        byte[] answer = ("server response: " + failure.getMessage()).getBytes(StandardCharsets.UTF_8);
        try {
            List<Cause> told = classifier
                    .classify(new ByteArrayInputStream(answer), ClassifierContext.NONE)
                    .causes();
            return !told.isEmpty() && told.get(0).id().equals(MASKED) ? MASKED : NOT_FOUND;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory
        }
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
