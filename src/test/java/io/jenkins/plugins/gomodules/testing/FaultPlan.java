package io.jenkins.plugins.gomodules.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which requests meet which faults. All rules that match apply, in the order in which they were made. */
final class FaultPlan {

    private record Rule(Pattern path, int from, int to, Fault fault) {
        boolean matches(RecordedRequest request) {
            return request.attempt() >= from
                    && request.attempt() <= to
                    && path.matcher(request.path()).matches();
        }
    }

    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    void add(String glob, int from, int to, Fault fault) {
        rules.add(new Rule(pattern(glob), from, to, fault));
    }

    void clear() {
        rules.clear();
    }

    void apply(RecordedRequest request, Answer answer) {
        for (Rule rule : rules) {
            if (rule.matches(request)) {
                rule.fault().spoil(request, answer);
            }
        }
    }

    /** A star stands for any characters, slashes too. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
