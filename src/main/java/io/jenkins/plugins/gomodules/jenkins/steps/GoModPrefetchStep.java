package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.jenkins.config.FormChecks;
import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.prefetch.Engine;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;

/**
 * {@code goModPrefetch}: fills the agent's Go module cache with what the build of a project needs, verified.
 *
 * <p>All parameters are optional; a blank one is as good as none. Its fields are the state that survives a restart.
 */
public class GoModPrefetchStep extends GoModulesStep {
    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_DIR = ".";

    private String dir = DEFAULT_DIR;
    private ArrayList<String> dirs = new ArrayList<>();
    private String engine = Engine.AUTO.id();
    private String verify = Verification.STRICT.id();
    private Integer parallelism;
    private Integer retries;
    private Integer connectTimeout;
    private Integer readTimeout;
    private Integer timeout;
    private String offlineProxy;
    private String quarantine;
    private boolean extract = true;
    private boolean writeGoSum;

    @DataBoundConstructor
    public GoModPrefetchStep() {}

    @Override
    protected Object readResolve() {
        setDir(dir);
        dirs = dirs == null ? new ArrayList<>() : dirs;
        setEngine(engine);
        setVerify(verify);
        return super.readResolve();
    }

    public String getDir() {
        return dir;
    }

    @DataBoundSetter
    public void setDir(String value) {
        dir = orElse(value, DEFAULT_DIR);
    }

    public List<String> getDirs() {
        return List.copyOf(dirs);
    }

    /** @param value directories; one with line ends in it, as a form sends them, counts as several */
    @DataBoundSetter
    public void setDirs(List<String> value) {
        dirs = lines(value);
    }

    /** The directories as the form's text area shows them, one a line. */
    public String getDirLines() {
        return String.join("\n", dirs);
    }

    public String getEngine() {
        return engine;
    }

    @DataBoundSetter
    public void setEngine(String value) {
        engine = orElse(value, Engine.AUTO.id());
    }

    public String getVerify() {
        return verify;
    }

    @DataBoundSetter
    public void setVerify(String value) {
        verify = orElse(value, Verification.STRICT.id());
    }

    public Integer getParallelism() {
        return parallelism;
    }

    @DataBoundSetter
    public void setParallelism(Integer value) {
        parallelism = value;
    }

    public Integer getRetries() {
        return retries;
    }

    @DataBoundSetter
    public void setRetries(Integer value) {
        retries = value;
    }

    public Integer getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(Integer value) {
        connectTimeout = value;
    }

    public Integer getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(Integer value) {
        readTimeout = value;
    }

    public Integer getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(Integer value) {
        timeout = value;
    }

    public String getOfflineProxy() {
        return offlineProxy;
    }

    @DataBoundSetter
    public void setOfflineProxy(String value) {
        offlineProxy = Util.fixEmptyAndTrim(value);
    }

    public String getQuarantine() {
        return quarantine;
    }

    @DataBoundSetter
    public void setQuarantine(String value) {
        quarantine = Util.fixEmptyAndTrim(value);
    }

    public boolean isExtract() {
        return extract;
    }

    @DataBoundSetter
    public void setExtract(boolean value) {
        extract = value;
    }

    public boolean isWriteGoSum() {
        return writeGoSum;
    }

    @DataBoundSetter
    public void setWriteGoSum(boolean value) {
        writeGoSum = value;
    }

    private static String orElse(String value, String otherwise) {
        String trimmed = Util.fixEmptyAndTrim(value);
        return trimmed == null ? otherwise : trimmed;
    }

    @Override
    Map<Overridable, Integer> numbers() {
        Map<Overridable, Integer> numbers = new EnumMap<>(Overridable.class);
        numbers.put(Overridable.PARALLELISM, parallelism);
        numbers.put(Overridable.RETRIES, retries);
        numbers.put(Overridable.CONNECT_TIMEOUT, connectTimeout);
        numbers.put(Overridable.READ_TIMEOUT, readTimeout);
        numbers.put(Overridable.TIMEOUT, timeout);
        numbers.values().removeIf(Objects::isNull);
        return numbers;
    }

    @Override
    void check() {
        super.check();
        if (!dirs.isEmpty() && !dir.equals(DEFAULT_DIR)) {
            throw new IllegalArgumentException(Messages.GoModPrefetchStep_dirAndDirs());
        }
        options(number -> Optional.ofNullable(numbers().get(number))).build();
    }

    /**
     * The parameters as the engine takes them, without the settings that other places have a say in.
     *
     * @param number what is in force
     * @throws IllegalArgumentException when a parameter has no meaning, naming it
     */
    PrefetchOptions.Builder options(Function<Overridable, Optional<Integer>> number) {
        PrefetchOptions.Builder options = PrefetchOptions.builder()
                .dirs(dirs.isEmpty() ? List.of(dir) : dirs)
                .engine(Engine.parse(engine))
                .verify(Verification.parse(verify))
                .extract(extract)
                .writeGoSum(writeGoSum)
                .offlineProxy(Util.fixNull(offlineProxy))
                .quarantine(Util.fixNull(quarantine));
        number.apply(Overridable.PARALLELISM).ifPresent(options::parallelism);
        number.apply(Overridable.RETRIES).ifPresent(options::retries);
        number.apply(Overridable.CONNECT_TIMEOUT).ifPresent(options::connectTimeoutSeconds);
        number.apply(Overridable.READ_TIMEOUT).ifPresent(options::readTimeoutSeconds);
        number.apply(Overridable.TIMEOUT).ifPresent(options::timeoutSeconds);
        return options;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new GoModPrefetchStepExecution(context, this);
    }

    @Symbol("goModPrefetch")
    @Extension
    public static final class DescriptorImpl extends GoModulesStepDescriptor {
        @Override
        public String getFunctionName() {
            return "goModPrefetch";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoModPrefetchStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, EnvVars.class, TaskListener.class, Run.class);
        }

        public ListBoxModel doFillEngineItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoModPrefetchStep_engineAuto(), Engine.AUTO.id());
            items.add(Messages.GoModPrefetchStep_engineNative(), Engine.NATIVE.id());
            items.add(Messages.GoModPrefetchStep_engineGo(), Engine.GO.id());
            return items;
        }

        public ListBoxModel doFillVerifyItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoModPrefetchStep_verifyStrict(), Verification.STRICT.id());
            items.add(Messages.GoModPrefetchStep_verifyGo(), Verification.GO.id());
            items.add(Messages.GoModPrefetchStep_verifyOff(), Verification.OFF.id());
            return items;
        }

        // Checks of syntax alone: they read no files, no configuration, no credentials, and reach nothing.

        public FormValidation doCheckDir(@QueryParameter String value) {
            return FormChecks.pathInWorkspace(value);
        }

        public FormValidation doCheckDirs(@QueryParameter String value) {
            return value.lines()
                    .map(FormChecks::pathInWorkspace)
                    .filter(result -> result.kind != FormValidation.Kind.OK)
                    .findFirst()
                    .orElseGet(FormValidation::ok);
        }

        public FormValidation doCheckQuarantine(@QueryParameter String value) {
            return FormChecks.pathInWorkspace(value);
        }

        public FormValidation doCheckOfflineProxy(@QueryParameter String value) {
            return FormChecks.pathInWorkspace(value);
        }

        public FormValidation doCheckParallelism(@QueryParameter String value) {
            return number(value, 0, PrefetchOptions.MAX_PARALLELISM);
        }

        public FormValidation doCheckRetries(@QueryParameter String value) {
            return number(value, 0, PrefetchOptions.MAX_RETRIES);
        }

        public FormValidation doCheckTimeout(@QueryParameter String value) {
            return number(value, 0, Integer.MAX_VALUE);
        }

        public FormValidation doCheckConnectTimeout(@QueryParameter String value) {
            return number(value, 1, HttpTimeouts.MAX_SECONDS);
        }

        public FormValidation doCheckReadTimeout(@QueryParameter String value) {
            return number(value, 1, HttpTimeouts.MAX_SECONDS);
        }

        /** A blank one is left to what is around the step. */
        private static FormValidation number(String value, int lower, int upper) {
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.ok()
                    : FormValidation.validateIntegerInRange(value, lower, upper);
        }
    }
}
