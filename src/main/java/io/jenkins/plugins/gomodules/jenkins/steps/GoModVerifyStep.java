package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.jenkins.config.FormChecks;
import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.StepSettings;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;

/**
 * {@code goModVerify}: checks what the agent's Go module cache has of a project's modules.
 *
 * <p>All parameters are optional; a blank one is as good as none. Its fields are the state that survives a restart.
 */
public class GoModVerifyStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_DIR = ".";

    private String dir = DEFAULT_DIR;
    private ArrayList<String> dirs = new ArrayList<>();
    private String modCache;
    private boolean sumdb;

    @DataBoundConstructor
    public GoModVerifyStep() {}

    public String getDir() {
        return dir;
    }

    @DataBoundSetter
    public void setDir(String value) {
        String trimmed = Util.fixEmptyAndTrim(value);
        dir = trimmed == null ? DEFAULT_DIR : trimmed;
    }

    public List<String> getDirs() {
        return List.copyOf(dirs);
    }

    /** @param value directories; one with line ends in it, as a form sends them, counts as several */
    @DataBoundSetter
    public void setDirs(List<String> value) {
        ArrayList<String> all = new ArrayList<>();
        for (String entry : value == null ? List.<String>of() : value) {
            entry.lines().map(String::trim).filter(line -> !line.isEmpty()).forEach(all::add);
        }
        dirs = all;
    }

    /** The directories as the form's text area shows them, one a line. */
    public String getDirLines() {
        return String.join("\n", dirs);
    }

    public String getModCache() {
        return modCache;
    }

    @DataBoundSetter
    public void setModCache(String value) {
        modCache = Util.fixEmptyAndTrim(value);
    }

    public boolean isSumdb() {
        return sumdb;
    }

    @DataBoundSetter
    public void setSumdb(boolean value) {
        sumdb = value;
    }

    /** Checks the parameters. */
    void check() {
        if (!dirs.isEmpty() && !dir.equals(DEFAULT_DIR)) {
            throw new IllegalArgumentException(Messages.GoModVerifyStep_dirAndDirs());
        }
    }

    /** What this step says itself of what other places have a say in. */
    StepSettings settings() {
        Map<String, String> variables = modCache == null ? Map.of() : Map.of("GOMODCACHE", modCache);
        return new StepSettings(variables, null, Map.of(), List.of(), List.of());
    }

    /**
     * The parameters as the engine takes them.
     *
     * @throws IllegalArgumentException when one has no meaning, naming it
     */
    VerifyOptions options(SettingsInForce settings) {
        return new VerifyOptions(
                dirs.isEmpty() ? List.of(dir) : dirs,
                sumdb,
                settings.variables(),
                HttpTimeouts.ofSeconds(
                        settings.number(Overridable.CONNECT_TIMEOUT).orElse(HttpTimeouts.DEFAULT_CONNECT_SECONDS),
                        settings.number(Overridable.READ_TIMEOUT).orElse(HttpTimeouts.DEFAULT_READ_SECONDS)),
                settings.number(Overridable.RETRIES).orElse(PrefetchOptions.DEFAULT_RETRIES));
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new GoModVerifyStepExecution(context, this);
    }

    @Symbol("goModVerify")
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "goModVerify";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoModVerifyStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, EnvVars.class, TaskListener.class, Run.class);
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

        public FormValidation doCheckModCache(@QueryParameter String value) {
            return FormChecks.moduleCache(value);
        }
    }
}
