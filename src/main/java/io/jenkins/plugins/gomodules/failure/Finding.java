package io.jenkins.plugins.gomodules.failure;

import java.util.ArrayList;
import java.util.List;

/** What a log says about one cause, as far as it has been read: bounded, however often it says it. */
final class Finding {
    private static final int MAX_FIRST = 4;

    private final CauseKind kind;
    private final List<Evidence> first = new ArrayList<>();
    private Evidence last;
    private Subject subject = Subject.NONE;
    private double confidence;
    private long firstLine;
    private long lastLine;

    Finding(CauseKind kind) {
        this.kind = kind;
    }

    CauseKind kind() {
        return kind;
    }

    /** Whether another line adds something. */
    boolean wantsMore() {
        return first.size() < MAX_FIRST;
    }

    /** A line that says so. What says it more surely counts, and the first that does tells what it is about. */
    void add(Evidence evidence, double sureness, Subject about) {
        if (first.isEmpty()) {
            firstLine = evidence.line();
        }
        if (sureness > confidence) {
            boolean wasWeak = confidence <= Wording.Strength.WEAK.confidence();
            if (wasWeak && sureness > Wording.Strength.WEAK.confidence()) {
                // Lines that prove little are not shown beside those that prove it, and do not say where it began.
                first.clear();
                firstLine = evidence.line();
                subject = Subject.NONE;
            }
            confidence = sureness;
            subject = about.or(subject);
        } else {
            subject = subject.or(about);
        }
        lastLine = evidence.line();
        if (first.size() < MAX_FIRST) {
            for (Evidence known : first) {
                if (known.text().equals(evidence.text())) {
                    return;
                }
            }
            first.add(evidence);
        } else {
            last = evidence;
        }
    }

    /** A line that has been read before, but for its digits. */
    void seenAgain(long line) {
        lastLine = line;
    }

    boolean isWeak() {
        return confidence <= Wording.Strength.WEAK.confidence();
    }

    double confidence() {
        return confidence;
    }

    Subject subject() {
        return subject;
    }

    long firstLine() {
        return firstLine;
    }

    long lastLine() {
        return lastLine;
    }

    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(first);
        if (last != null && !last.text().equals(first.get(first.size() - 1).text())) {
            all.add(last);
        }
        return all;
    }
}
