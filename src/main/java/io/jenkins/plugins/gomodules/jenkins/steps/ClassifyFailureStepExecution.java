package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.UserRule;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.failures.CauseMap;
import io.jenkins.plugins.gomodules.jenkins.failures.CheckedCauses;
import io.jenkins.plugins.gomodules.jenkins.failures.GoModulesRecord;
import io.jenkins.plugins.gomodules.jenkins.failures.KnownCauses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Reads a file on the agent, or a text on the controller; in seconds, on a thread of its own. */
final class ClassifyFailureStepExecution extends SynchronousNonBlockingStepExecution<List<Map<String, Object>>> {
    private static final long serialVersionUID = 1L;
    private static final long MEBI = 1024L * 1024;

    private final String log;
    private final String text;

    /** One of them is null. */
    ClassifyFailureStepExecution(StepContext context, String log, String text) {
        super(context);
        this.log = log;
        this.text = text;
    }

    @Override
    protected List<Map<String, Object>> run() throws Exception {
        FailureAnalysisSettings settings = GoModulesConfiguration.get().getFailureAnalysis();
        List<UserRule> rules = settings.usableRules();
        GoModulesRecord record = GoModulesRecord.of(getContext().get(Run.class));
        ClassifierContext known = record == null ? ClassifierContext.NONE : record.classifierContext();
        Classifier classifier = KnownCauses.classifier(rules);
        List<Cause> causes = text == null
                ? read(settings.getMaxLogSize() * MEBI, rules, known, Set.copyOf(classifier.ids()))
                : classifier
                        .classify(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), known)
                        .causes();
        return CauseMap.of(causes);
    }

    /** An agent may answer with any exception, one by which the Pipeline would take the step for a good one included. */
    private List<Cause> read(long limit, List<UserRule> rules, ClassifierContext known, Set<String> ids)
            throws IOException, InterruptedException {
        FilePath directory = getContext().get(FilePath.class);
        if (directory == null) {
            throw new AbortException(Messages.ClassifyFailureStepExecution_noWorkspace());
        }
        ClassifyCallable callable =
                new ClassifyCallable(directory, getContext().get(EnvVars.class), log, limit, rules, known);
        try {
            Diagnosis diagnosis = directory.act(callable);
            return CheckedCauses.of(diagnosis, ids);
        } catch (FlowInterruptedException | ClassCastException e) {
            throw AgentReport.impossible();
        }
    }
}
