package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;

/**
 * One way in which a log says something.
 *
 * @param kind the cause it means
 * @param strength how much it proves
 * @param pattern found in lines that have been freed of prefixes; its named groups are those of a {@link Subject}
 * @param literals texts of which every match contains one, in lower case
 */
record Wording(CauseKind kind, Strength strength, Pattern pattern, Set<String> literals) {

    /** How much a wording proves. */
    enum Strength {
        /** Nothing else is said like this. */
        SURE(0.9),
        /** It may mean something else. */
        LIKELY(0.65),
        /** Programs under test print it as well; it counts if something failed and nothing better is known. */
        WEAK(0.4);

        private final double confidence;

        Strength(double confidence) {
            this.confidence = confidence;
        }

        double confidence() {
            return confidence;
        }
    }

    /** The names of the groups that say what a failure is about. */
    Map<String, Integer> groups() {
        return pattern.namedGroups();
    }
}
