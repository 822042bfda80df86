package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * Finds out why a build failed. Of a Pipeline the steps that failed are asked, each by what is known of it first-hand or else
 * by its own log; where that says nothing, and of any other build, the log of the whole build is read.
 */
final class FailureAnalysis {
    /** Steps that are looked at; more have failed only where a whole matrix of branches has. */
    private static final int MAX_STEPS = 20;

    private static final int MAX_CAUSES = 30;
    private static final Logger LOGGER = Logger.getLogger(FailureAnalysis.class.getName());

    /** What is said somewhere in a build need not be what it failed by. */
    private static final double WHOLE_LOG = 0.7;

    private final Run<?, ?> build;
    private final FlowExecution execution;
    private final BuildLog log;
    private final Classifier classifier;
    private final GoModulesRecord record;
    private final ClassifierContext context;
    private final long maxTotal;
    private final List<FoundCause> found = new ArrayList<>();
    private long bytes;
    private boolean cut;

    private FailureAnalysis(Run<?, ?> build, AnalysisLimits limits) {
        this.build = build;
        execution = executionOf(build);
        log = new BuildLog(build, execution, limits.maxLog());
        classifier = KnownCauses.classifier(limits.rules());
        maxTotal = limits.maxTotal();
        record = GoModulesRecord.of(build);
        context = record == null ? ClassifierContext.NONE : record.classifierContext();
    }

    /**
     * Reads what there is; a build that still runs is read as far as it has come.
     *
     * @throws java.io.InterruptedIOException if the thread is interrupted
     * @throws IOException if a log cannot be read
     */
    static AnalysisResult of(Run<?, ?> build, AnalysisLimits limits) throws IOException {
        long start = System.nanoTime();
        FailureAnalysis analysis = new FailureAnalysis(build, limits);
        analysis.run();
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new AnalysisResult(analysis.found, System.currentTimeMillis(), millis, analysis.bytes, analysis.cut);
    }

    /** Null of what is no Pipeline, and of one that did not come so far as to run. */
    private static FlowExecution executionOf(Run<?, ?> build) {
        FlowExecutionOwner owner =
                build instanceof FlowExecutionOwner.Executable pipeline ? pipeline.asFlowExecutionOwner() : null;
        try {
            return owner == null ? null : owner.get();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "no steps in " + build, e);
            return null;
        }
    }

    private void run() throws IOException {
        boolean whole = true;
        boolean stopped = build.getResult() == null || build.getResult().isWorseThan(Result.UNSTABLE);
        if (execution != null) {
            PipelineGraph graph = GraphReader.read(execution);
            List<PipelineNode> failing = FailingNodes.of(graph, stopped);
            // Beside a branch that failed others say what they like in the same log.
            whole = build.getResult() != null && failing.stream().noneMatch(graph::isInBranch);
            for (PipelineNode node : failing.subList(0, Math.min(failing.size(), MAX_STEPS))) {
                askAround(graph, node);
            }
        } else if (record != null) {
            for (StepRecord step : record.getSteps()) {
                add(FirstHand.causes(step, classifier), true, new FailingStep("", step.getStep(), ""), Map.of());
            }
        }
        if (found.isEmpty() && stopped && whole) {
            readWhole();
        }
    }

    /** Asks a step that failed, and where that is no more than the script's word for it, those before it. */
    private void askAround(PipelineGraph graph, PipelineNode node) throws IOException {
        if (ask(graph, node) || classifyMessage(graph, node)) {
            return;
        }
        if (node.isEnd() || node.function().equals("error") || node.function().isEmpty()) {
            for (PipelineNode suspect : FailingNodes.before(graph, node)) {
                if (ask(graph, suspect)) {
                    return;
                }
            }
        }
    }

    private boolean ask(PipelineGraph graph, PipelineNode node) throws IOException {
        PipelineNode step = graph.startOf(node);
        if (step == null) {
            return false;
        }
        FailingStep where = new FailingStep(step.id(), step.function(), graph.path(node));
        StepRecord known = record == null ? null : record.step(step.id());
        if (known != null && add(FirstHand.causes(known, classifier), true, where, Map.of())) {
            return true;
        }
        if (bytes >= maxTotal) {
            cut = true;
            return false;
        }
        try (BuildLog.Opened opened = log.ofStep(step.id())) {
            return opened != null && addFrom(opened.stream(), where);
        }
    }

    private boolean classifyMessage(PipelineGraph graph, PipelineNode node) throws IOException {
        byte[] message = node.message().getBytes(StandardCharsets.UTF_8);
        List<Cause> causes = new ArrayList<>();
        for (Cause cause :
                classifier.classify(new ByteArrayInputStream(message), context).causes()) {
            causes.add(CheckedCauses.numbered(cause, 1, Long.MIN_VALUE));
        }
        PipelineNode step = graph.startOf(node);
        String id = step == null ? node.id() : step.id();
        return add(causes, false, new FailingStep(id, node.function(), graph.path(node)), Map.of());
    }

    private boolean addFrom(LogStream stream, FailingStep where) throws IOException {
        List<Cause> causes = classify(stream, 1);
        TreeSet<Long> lines = new TreeSet<>();
        causes.forEach(cause -> cause.evidence().forEach(each -> lines.add(each.line())));
        lines.remove(0L);
        return add(causes, false, where, log.consoleLines(where.nodeId(), lines));
    }

    private void readWhole() throws IOException {
        try (BuildLog.Opened opened = log.whole()) {
            if (opened != null) {
                add(classify(opened.stream(), execution == null ? 1 : WHOLE_LOG), false, FailingStep.BUILD, null);
            }
        }
    }

    private List<Cause> classify(LogStream stream, double trust) throws IOException {
        Diagnosis diagnosis = classifier.classify(new PlainLog(stream), context);
        bytes += stream.bytes();
        cut |= stream.isCut();
        List<Cause> causes = new ArrayList<>();
        for (Cause cause : diagnosis.causes()) {
            causes.add(CheckedCauses.numbered(cause, trust, stream.lastNumberedLine()));
        }
        return causes;
    }

    /** @param consoleLines by the line's number in the step's log; null if the log is the console itself */
    private boolean add(List<Cause> causes, boolean firstHand, FailingStep where, Map<Long, Long> consoleLines) {
        for (Cause cause : causes) {
            if (found.size() < MAX_CAUSES) {
                List<EvidenceLine> evidence = cause.evidence().stream()
                        .map(line -> new EvidenceLine(
                                line, consoleLines == null ? line.line() : consoleLines.getOrDefault(line.line(), 0L)))
                        .toList();
                found.add(new FoundCause(cause, firstHand, where, evidence));
            }
        }
        return !causes.isEmpty();
    }
}
