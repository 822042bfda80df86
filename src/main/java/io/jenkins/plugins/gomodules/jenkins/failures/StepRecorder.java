package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.GitAccessException;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Writes down in a build what a step does. It is told of a step's course by the step, in any thread, and whatever goes wrong
 * here is a line in Jenkins' log: no build fails because of it.
 */
public final class StepRecorder {
    private static final Logger LOGGER = Logger.getLogger(StepRecorder.class.getName());

    /** Exceptions have causes, which may go round in circles. */
    private static final int MAX_CAUSES = 20;

    private final Run<?, ?> build;
    /** Null in a build that is no Pipeline. */
    private final FlowNode node;

    private final String nodeId;
    private final String step;
    private final String directory;

    private StepRecorder(Run<?, ?> build, FlowNode node, String nodeId, String step, String directory) {
        this.build = build;
        this.node = node;
        this.nodeId = nodeId;
        this.step = step;
        this.directory = directory;
    }

    /** For a step of a Pipeline; does nothing if the build is not there any more. */
    public static StepRecorder of(StepContext context, String step) {
        Run<?, ?> build = null;
        FlowNode node = null;
        String directory = "";
        try {
            build = context.get(Run.class);
            node = context.get(FlowNode.class);
            FilePath path = context.get(FilePath.class);
            directory = path == null ? "" : path.getRemote();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "what is known of the step will do", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new StepRecorder(build, node, node == null ? "" : node.getId(), step, directory);
    }

    /**
     * For a step of a build that is no Pipeline.
     *
     * @param number its place among the build's steps, to tell it from others
     */
    public static StepRecorder of(Run<?, ?> build, String step, int number, FilePath directory) {
        return new StepRecorder(build, null, "step-" + number, step, directory.getRemote());
    }

    /** The hosts that credentials are bound to. */
    public StepRecorder hosts(List<BoundHost> hosts) {
        List<String> names =
                hosts.stream().map(host -> withoutPort(host.binding().host())).toList();
        update(record -> record.withHosts(names));
        return this;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || colon < host.lastIndexOf(']') ? host : host.substring(0, colon);
    }

    /** The variables that a block sets, and what else the build sets of those that matter here. */
    public void block(Map<String, String> variables, UnaryOperator<String> outer) {
        GoEnvironment.Builder settings = GoEnvironment.builder().environment(Map.of("GOENV", "off"));
        Map<String, String> named = new LinkedHashMap<>(variables);
        for (String name : List.of("GOPROXY", "GOPRIVATE", "GONOPROXY", "GONOSUMDB", "GOSUMDB")) {
            String value = outer.apply(name);
            if (value != null && !variables.containsKey(name)) {
                named.put(name, value);
                settings.override(name, value, "environment");
            }
        }
        variables.forEach((name, value) -> settings.override(name, value, step));
        List<Setting> shown = settings.build().settings().stream()
                .filter(setting -> named.containsKey(setting.name()))
                .toList();
        update(record -> record.withSettings(settings(shown)));
        save();
    }

    /** What a prefetch came to; the report has been checked. */
    public void prefetched(PrefetchReport report, UnaryOperator<String> mask) {
        update(record -> {
            List<ProxyShare> shares = new ArrayList<>();
            report.servedBy().forEach((proxy, modules) -> shares.add(new ProxyShare(proxy, modules)));
            record.withSettings(settings(report.settings()))
                    .withServedBy(shares)
                    .withNumbers(new StepNumbers(
                            report.modules(),
                            report.downloaded(),
                            report.cached(),
                            report.verified(),
                            report.bytes(),
                            report.millis(),
                            report.requests(),
                            report.retries()));
            return report.failures().isEmpty()
                    ? record
                    : record.withFailures(
                            failures(report, mask), report.failures().size());
        });
        save();
    }

    private static List<RecordedFailure> failures(PrefetchReport report, UnaryOperator<String> mask) {
        List<RecordedFailure> failures = new ArrayList<>();
        for (PrefetchFailure each : report.failures()) {
            if (failures.size() < StepRecord.MAX_FAILURES) {
                failures.add(new RecordedFailure(
                        each.module(),
                        each.version(),
                        each.stage(),
                        each.cause(),
                        mask.apply(each.message()),
                        mask.apply(each.proxy()),
                        each.httpStatus(),
                        each.attempts()));
            }
        }
        return failures;
    }

    /** What a verification came to; the report has been checked. */
    public void verified(VerifyReport report) {
        update(record -> {
            record.withNumbers(
                    new StepNumbers(report.modules(), 0, 0, report.verified(), report.bytes(), report.millis(), 0, 0));
            List<RecordedFailure> failures = new ArrayList<>();
            for (Finding each : report.findings()) {
                if (failures.size() < StepRecord.MAX_FAILURES) {
                    failures.add(new RecordedFailure(
                            each.module(), each.version(), "verify", each.cause(), each.message(), "", 0, 0));
                }
            }
            return failures.isEmpty()
                    ? record
                    : record.withFailures(failures, report.findings().size());
        });
        save();
    }

    /** That the access to private modules could not be made; other failures are left to the log. */
    public void failed(Throwable thrown, UnaryOperator<String> mask) {
        Throwable each = thrown;
        for (int i = 0; each != null && i < MAX_CAUSES; i++) {
            if (each instanceof GitAccessException access) {
                String message = mask.apply(String.valueOf(access.getMessage()));
                update(record -> record.withFailures(
                        List.of(new RecordedFailure("", "", "access", access.cause(), message, "", 0, 0)), 1));
                save();
                return;
            }
            each = each.getCause();
        }
    }

    private static List<RecordedSetting> settings(List<Setting> settings) {
        return settings.stream()
                .limit(StepRecord.MAX_SETTINGS)
                .map(each -> new RecordedSetting(each.name(), each.value(), each.origin()))
                .toList();
    }

    private void update(UnaryOperator<StepRecord> change) {
        if (build == null) {
            return;
        }
        try {
            GoModulesRecord.in(build).update(new StepRecord(nodeId, step, directory), change);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot write down what " + step + " did in " + build, e);
        }
    }

    private void save() {
        if (build == null) {
            return;
        }
        try {
            StepRecord known = GoModulesRecord.in(build).step(nodeId);
            if (node != null && known != null && known.isFailed()) {
                StepWarnings.attach(node, known);
            }
            build.save();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot save what " + step + " did in " + build, e);
        }
    }
}
