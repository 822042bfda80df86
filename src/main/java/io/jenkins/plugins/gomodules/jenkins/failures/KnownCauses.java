package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.UserRule;
import java.util.List;

/** The classifier with the administrator's rules. Making one takes a moment, so the last is kept. */
public final class KnownCauses {
    private record Made(List<UserRule> rules, Classifier classifier) {}

    private static volatile Made last;

    private KnownCauses() {}

    /** @param rules that can be used */
    public static Classifier classifier(List<UserRule> rules) {
        Made made = last;
        if (made == null || !made.rules.equals(rules)) {
            made = new Made(List.copyOf(rules), Classifier.standard().with(rules));
            last = made;
        }
        return made.classifier;
    }
}
