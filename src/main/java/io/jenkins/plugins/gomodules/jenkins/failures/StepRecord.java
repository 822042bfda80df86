package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What one step of the plugin did. All text in it is clean, and all lists are bounded. */
@ExportedBean
public final class StepRecord {
    static final int MAX_SETTINGS = 40;
    static final int MAX_PROXIES = 20;
    static final int MAX_FAILURES = 50;
    static final int MAX_HOSTS = 50;

    private final String nodeId;
    private final String step;
    private final String directory;
    private ArrayList<RecordedSetting> settings = new ArrayList<>();
    private ArrayList<ProxyShare> servedBy = new ArrayList<>();
    private ArrayList<RecordedFailure> failures = new ArrayList<>();
    private ArrayList<String> hosts = new ArrayList<>();
    private String privateModules = "";
    private StepNumbers numbers;
    private int failureCount;
    private boolean failed;

    /**
     * @param nodeId the step's node in the Pipeline; "" in a build that is none
     * @param step the name by which it is called, such as {@code goModPrefetch}
     * @param directory where it ran, on the agent
     */
    StepRecord(String nodeId, String step, String directory) {
        this.nodeId = nodeId;
        this.step = step;
        this.directory = ForeignText.line(directory);
    }

    /** False of what was read from a file that lacks something. */
    boolean isComplete() {
        return Stream.of(nodeId, step, directory, settings, servedBy, failures, hosts, privateModules)
                        .allMatch(Objects::nonNull)
                && failures.stream().allMatch(failure -> failure != null && failure.isComplete());
    }

    /** The same, for changes. */
    StepRecord copy() {
        StepRecord copy = new StepRecord(nodeId, step, directory);
        copy.settings = settings;
        copy.servedBy = servedBy;
        copy.failures = failures;
        copy.hosts = hosts;
        copy.privateModules = privateModules;
        copy.numbers = numbers;
        copy.failureCount = failureCount;
        copy.failed = failed;
        return copy;
    }

    StepRecord withSettings(List<RecordedSetting> values) {
        settings = bounded(values, MAX_SETTINGS);
        for (RecordedSetting setting : settings) {
            if (setting.getName().equals("GOPRIVATE")) {
                privateModules = setting.getValue();
            }
        }
        return this;
    }

    StepRecord withNumbers(StepNumbers value) {
        numbers = value;
        return this;
    }

    StepRecord withServedBy(List<ProxyShare> values) {
        servedBy = bounded(values, MAX_PROXIES);
        return this;
    }

    StepRecord withHosts(List<String> values) {
        hosts = new ArrayList<>();
        values.stream().distinct().limit(MAX_HOSTS).map(ForeignText::line).forEach(hosts::add);
        return this;
    }

    /** @param count how many there were; the list may be the first of them */
    StepRecord withFailures(List<RecordedFailure> values, int count) {
        failures = bounded(values, MAX_FAILURES);
        failureCount = count;
        failed = true;
        return this;
    }

    private static <T> ArrayList<T> bounded(List<T> values, int most) {
        return new ArrayList<>(values.subList(0, Math.min(values.size(), most)));
    }

    boolean isOf(StepRecord other) {
        return !nodeId.isEmpty() && nodeId.equals(other.nodeId);
    }

    @Exported
    public String getNodeId() {
        return nodeId;
    }

    /** The step's name, such as {@code goModPrefetch}. */
    @Exported
    public String getStep() {
        return step;
    }

    /** Where it ran, on the agent. */
    @Exported
    public String getDirectory() {
        return directory;
    }

    /** The settings in force and who set them, secrets masked. */
    @Exported(inline = true)
    public List<RecordedSetting> getSettings() {
        return List.copyOf(settings);
    }

    /** How much it did; null if the step counts nothing, or did not come to its end. */
    @Exported(inline = true)
    public StepNumbers getNumbers() {
        return numbers;
    }

    /** Which proxy served how many modules, most first. */
    @Exported(inline = true)
    public List<ProxyShare> getServedBy() {
        return List.copyOf(servedBy);
    }

    /** What failed; the first {@value #MAX_FAILURES} of {@link #getFailureCount}. */
    @Exported(inline = true)
    public List<RecordedFailure> getFailures() {
        return List.copyOf(failures);
    }

    @Exported
    public int getFailureCount() {
        return failureCount;
    }

    /** The patterns of GOPRIVATE, separated by commas; "" if there are none. */
    @Exported
    public String getPrivateModules() {
        return privateModules;
    }

    /** The hosts that credentials are bound to, without port. */
    @Exported
    public List<String> getHosts() {
        return List.copyOf(hosts);
    }

    @Exported
    public boolean isFailed() {
        return failed;
    }
}
