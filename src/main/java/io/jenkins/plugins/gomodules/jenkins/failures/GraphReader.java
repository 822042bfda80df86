package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Reads a Pipeline's graph from Jenkins, up to a size. */
final class GraphReader {
    private static final int MAX_NODES = 50_000;

    /** Errors that are told apart; a Pipeline that has more of them catches errors in a loop. */
    private static final int MAX_ERRORS = 500;

    private static final Set<String> SHELLS = Set.of("sh", "bat", "powershell", "pwsh");

    private final List<Throwable> errors = new ArrayList<>();
    private int others;

    private GraphReader() {}

    /** @throws InterruptedIOException if the thread is interrupted: nodes are read from files one by one */
    static PipelineGraph read(FlowExecution execution) throws InterruptedIOException {
        GraphReader reader = new GraphReader();
        List<PipelineNode> nodes = new ArrayList<>();
        DepthFirstScanner scanner = new DepthFirstScanner();
        if (scanner.setup(execution.getCurrentHeads())) {
            for (FlowNode node : scanner) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted among the steps of a build");
                }
                nodes.add(reader.node(node));
                if (nodes.size() == MAX_NODES) {
                    break;
                }
            }
        }
        return new PipelineGraph(nodes);
    }

    private PipelineNode node(FlowNode node) {
        ErrorAction error = node.getError();
        Throwable thrown = error == null ? null : error.getError();
        String function = function(node);
        boolean start = node instanceof BlockStartNode;
        ThreadNameAction branch = start ? node.getPersistentAction(ThreadNameAction.class) : null;
        LabelAction label = start ? node.getPersistentAction(LabelAction.class) : null;
        String name = branch != null ? branch.getThreadName() : label != null ? label.getDisplayName() : "";
        return new PipelineNode(
                node.getId(),
                function,
                start,
                node instanceof BlockEndNode<?> end ? end.getStartNode().getId() : "",
                node.getParents().stream().map(FlowNode::getId).toList(),
                thrown == null ? -1 : key(thrown),
                thrown instanceof FlowInterruptedException,
                thrown == null ? "" : ForeignText.line(thrown.getMessage()),
                ForeignText.line(name),
                branch != null,
                isDoubtful(node, function),
                start && function.equals("catchError") && isForgiving(ArgumentsAction.getArguments(node)));
    }

    private static String function(FlowNode node) {
        StepDescriptor descriptor = node instanceof StepNode step ? step.getDescriptor() : null;
        return descriptor == null ? "" : descriptor.getFunctionName();
    }

    private static boolean isDoubtful(FlowNode node, String function) {
        return node.getPersistentAction(WarningAction.class) != null
                || SHELLS.contains(function)
                        && Boolean.TRUE.equals(
                                ArgumentsAction.getArguments(node).get("returnStatus"));
    }

    /** {@code buildResult} is FAILURE if nothing is said, and null is as good as SUCCESS. */
    private static boolean isForgiving(Map<String, Object> arguments) {
        Object result = arguments.getOrDefault("buildResult", "FAILURE");
        return result == null || result.toString().equals("SUCCESS");
    }

    private int key(Throwable thrown) {
        for (int i = 0; i < errors.size(); i++) {
            if (ErrorAction.equals(errors.get(i), thrown)) {
                return i;
            }
        }
        if (errors.size() == MAX_ERRORS) {
            return MAX_ERRORS + ++others;
        }
        errors.add(thrown);
        return errors.size() - 1;
    }
}
