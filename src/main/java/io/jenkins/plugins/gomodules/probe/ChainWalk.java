package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes along a GOPROXY list as the go command does, with what every entry answered.
 *
 * @param steps for each entry what it does about the module
 * @param succeeded whether a proxy delivers the module, and nothing is wrong with that proxy
 * @param conclusion where the module comes from, or why it does not, in a sentence without full stop
 */
record ChainWalk(List<ChainStep> steps, boolean succeeded, String conclusion) {

    /** @param reports for each entry what came of testing it; null for {@code direct} and {@code off} */
    static ChainWalk of(ProxyList list, List<TargetReport> reports, ProbeSettings settings) {
        String module = settings.module().toString();
        List<ChainStep> steps = new ArrayList<>();
        String conclusion = "";
        boolean succeeded = false;
        boolean asking = !settings.noProxy().matches(settings.module().path());
        if (!asking) {
            conclusion =
                    "no proxy would be asked for " + module + ": GONOPROXY (or GOPRIVATE) leaves it to version control";
        }
        for (int i = 0; i < list.entries().size(); i++) {
            ProxyList.Entry entry = list.entries().get(i);
            ChainStep.Answer answer = asking ? answer(entry, reports.get(i)) : ChainStep.Answer.NOT_REACHED;
            boolean last = i + 1 == list.entries().size();
            boolean goesOn = asking && goesOn(entry, answer);
            steps.add(new ChainStep(entry.display(), answer, goesOn && !last));
            if (asking && (!goesOn || last)) {
                conclusion = conclusion(module, entry, answer, last) + drawback(answer, reports.get(i));
                succeeded =
                        answer == ChainStep.Answer.DELIVERS && reports.get(i).succeeded()
                                || answer == ChainStep.Answer.VERSION_CONTROL;
                asking = false;
            }
        }
        return new ChainWalk(steps, succeeded, conclusion);
    }

    private static boolean goesOn(ProxyList.Entry entry, ChainStep.Answer answer) {
        return answer == ChainStep.Answer.NOT_FOUND || answer == ChainStep.Answer.ERROR && entry.fallBackOnAnyError();
    }

    private static ChainStep.Answer answer(ProxyList.Entry entry, TargetReport report) {
        return switch (entry.kind()) {
            case DIRECT -> ChainStep.Answer.VERSION_CONTROL;
            case OFF -> ChainStep.Answer.REFUSES;
            case PROXY -> answer(report);
        };
    }

    private static ChainStep.Answer answer(TargetReport report) {
        if (report.stage(Stage.MODULE)
                .filter(each -> each.outcome() == Outcome.OK)
                .isPresent()) {
            return ChainStep.Answer.DELIVERS;
        }
        return report.failure()
                        .filter(each -> each.cause().id().equals("version-not-found"))
                        .isPresent()
                ? ChainStep.Answer.NOT_FOUND
                : ChainStep.Answer.ERROR;
    }

    /** A module that comes is not all that a build needs. */
    private static String drawback(ChainStep.Answer answer, TargetReport report) {
        return answer != ChainStep.Answer.DELIVERS || report.succeeded()
                ? ""
                : ", but the checksum database does not answer: builds whose go.sum is not complete fail";
    }

    private static String conclusion(String module, ProxyList.Entry entry, ChainStep.Answer answer, boolean last) {
        return switch (answer) {
            case DELIVERS -> module + " comes from " + entry.display();
            case NOT_FOUND -> module + " is not found: " + entry.display() + " was the last to be asked";
            case ERROR ->
                module + " does not come: " + entry.display() + " fails"
                        + (last ? "" : ", and behind a comma the next entry is asked on 404 and 410 only");
            case VERSION_CONTROL -> module + " would be fetched from its version control system, which was not tried";
            case REFUSES -> module + " does not come: the list ends with off";
            case NOT_REACHED -> "";
        };
    }
}
