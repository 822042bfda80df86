package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.probe.ChainStep;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import java.util.List;

/** What came of a test, as the page shows it. */
public final class ProbeResult {
    private final ProbeReport report;
    private final List<String> problems;

    ProbeResult(ProbeReport report, List<String> problems) {
        this.report = report;
        this.problems = List.copyOf(problems);
    }

    public boolean isSucceeded() {
        return report.succeeded();
    }

    public String getConclusion() {
        return report.conclusion();
    }

    /** What was not as it should be before the test; sentences. */
    public List<String> getProblems() {
        return problems;
    }

    public List<TargetView> getTargets() {
        return report.targets().stream().map(TargetView::new).toList();
    }

    /** What the list does about the module; empty unless it has several entries. */
    public List<Step> getChain() {
        return report.chain().size() < 2
                ? List.of()
                : report.chain().stream().map(Step::new).toList();
    }

    public String getModule() {
        return report.module();
    }

    /** An entry of the list. */
    public static final class Step {
        private final ChainStep step;

        Step(ChainStep step) {
            this.step = step;
        }

        public String getEntry() {
            return step.entry();
        }

        public boolean isGoesOn() {
            return step.goesOn();
        }

        public String getAnswer() {
            return switch (step.answer()) {
                case DELIVERS -> Messages.Step_delivers();
                case NOT_FOUND -> Messages.Step_notFound();
                case ERROR -> Messages.Step_error();
                case VERSION_CONTROL -> Messages.Step_versionControl();
                case REFUSES -> Messages.Step_refuses();
                case NOT_REACHED -> Messages.Step_notReached();
            };
        }
    }
}
