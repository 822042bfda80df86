package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tries the wordings on candidate lines, and keeps what they find. One for each log. */
final class Findings implements LogScanner.Sink {
    private static final int MAX_SHOWN = 500;
    /** So often found, or tried in vain, and a wording is tried on some of its candidates only. */
    private static final int MANY = 1000;

    /** What being found once counts for in this. */
    private static final int FOUND = 10;

    private static final int SAMPLE = 64;
    /** Lines that are tried together with the one before or after, because somebody may have broken a message there. */
    private static final int MAX_JOINED = 500;

    private final RuleSet rules;
    private final int[] tried;
    private final Shapes shapes = new Shapes();
    private final TreeMap<Integer, Finding> findings = new TreeMap<>();
    private int joined;

    Findings(RuleSet rules) {
        this.rules = rules;
        tried = new int[rules.wordings().size()];
    }

    List<Finding> all() {
        return new ArrayList<>(findings.values());
    }

    @Override
    public void line(LogLine line, BitSet found) {
        List<Finding> same = shapes.seen(line.shape());
        if (same != null) {
            for (Finding finding : same) {
                finding.seenAgain(line.number());
            }
            return;
        }
        List<Hit> hits = hits(line, rules.candidates(found));
        List<Finding> said = new ArrayList<>(hits.size());
        boolean isQuoted = !hits.isEmpty() && Quotation.isQuoted(line);
        for (Hit hit : hits) {
            if (!isQuoted && !isMisread(hit, hits) && !isSource(hit)) {
                keep(line, hit).ifPresent(said::add);
            }
        }
        shapes.add(line.shape(), said);
    }

    private record Hit(CauseKind kind, Wording wording, Matcher match, String text) {}

    private List<Hit> hits(LogLine line, BitSet candidates) {
        List<Hit> hits = new ArrayList<>();
        String response = null;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Wording wording = rules.wordings().get(i);
            if (tried[i]++ > MANY && tried[i] % SAMPLE != 0) {
                continue;
            }
            if (response == null) {
                response = !line.text().contains("server response:") && Surroundings.isServerResponse(line)
                        ? "server response: "
                        : "";
            }
            Hit hit = hit(wording, response + line.text());
            if (hit == null && joined < MAX_JOINED) {
                joined++;
                hit = acrossLines(wording, line);
            }
            if (hit != null) {
                tried[i] += FOUND;
                hits.add(hit);
            }
        }
        return hits;
    }

    private Hit acrossLines(Wording wording, LogLine line) {
        String next = line.next().strip();
        String before = line.backwards().next();
        Hit hit = next.isEmpty() ? null : hit(wording, line.text() + " " + next);
        if (hit == null && !next.isEmpty()) {
            hit = hit(wording, line.text() + next);
        }
        return hit == null && before != null
                ? hit(wording, before + " " + line.text().strip())
                : hit;
    }

    private Hit hit(Wording wording, String text) {
        Matcher match = wording.pattern().matcher(text);
        if (!match.find()) {
            return null;
        }
        CauseKind kind = rules.kindOf(wording, match);
        return kind == null ? null : new Hit(kind, wording, match, text);
    }

    /** Whether the same line, read as a whole, means something else; of two that say so, the catalog's first. */
    private static boolean isMisread(Hit hit, List<Hit> hits) {
        for (Hit other : hits) {
            boolean mutual = hit.kind().standsInsteadOf(other.kind());
            if (other.kind().standsInsteadOf(hit.kind())
                    && !(mutual && hit.kind().order() < other.kind().order())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSource(Hit hit) {
        return Quotation.isSource(hit.text(), hit.match().start());
    }

    /** Empty if the line proves nothing. */
    private Optional<Finding> keep(LogLine line, Hit hit) {
        CauseKind kind = hit.kind();
        Finding known = findings.get(kind.order());
        double sureness = hit.wording().strength().confidence();
        if (!kind.isMark() && (known == null || known.wantsMore() || known.isWeak())) {
            sureness = Credence.of(line, kind, hit.wording().strength(), hit.match(), hit.text());
            if (sureness == 0) {
                return Optional.empty();
            }
        }
        Finding finding = findings.computeIfAbsent(kind.order(), order -> new Finding(kind));
        if (kind.isMark()) {
            finding.add(new Evidence(line.number(), ""), 1, Subject.NONE);
            return Optional.of(finding);
        }
        if (sureness <= Wording.Strength.WEAK.confidence() && !finding.isWeak()) {
            return Optional.of(finding);
        }
        Subject about = finding.wantsMore() ? subject(line, hit) : Subject.NONE;
        finding.add(new Evidence(line.number(), shown(hit.text(), hit.match().start())), sureness, about);
        return Optional.of(finding);
    }

    private static Subject subject(LogLine line, Hit hit) {
        Subject named = FieldFinder.ofGroups(hit.wording(), hit.match());
        Subject subject = named.or(FieldFinder.inLine(hit.text()));
        if (subject.module().isEmpty() && hit.kind().title().contains("{module}")) {
            subject = subject.or(Surroundings.moduleBefore(line));
        }
        return subject;
    }

    /** The part of a line around a place, fit to be shown. */
    static String shown(String text, int place) {
        String response = "server response: ";
        String plain = text.startsWith(response) ? text.substring(response.length()) : text;
        int begin = plain.length() <= MAX_SHOWN ? 0 : Math.max(0, Math.min(place - 100, plain.length() - MAX_SHOWN));
        // What is cut off at its begin could be a secret without the name before it.
        String masked =
                SecretMask.mask(begin == 0 ? plain : plain.substring(0, Math.min(plain.length(), begin + 4000)));
        begin = Math.min(begin, Math.max(0, masked.length() - MAX_SHOWN));
        String part = masked.substring(begin, Math.min(masked.length(), begin + MAX_SHOWN));
        return printable(part);
    }

    /** Without control characters: what is shown cannot move a cursor or end a line. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n') {
                shown.append(' ');
            } else if (!Character.isISOControl(c)) {
                shown.append(c);
            }
        }
        return shown.toString().strip();
    }
}
