package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The analysis of a build that is over, from its begin to what is saved in the build. */
final class BuildAnalysis {
    private static final Logger LOGGER = Logger.getLogger(BuildAnalysis.class.getName());

    /** Of a build with many failing steps, how many times the limit of a log is read. */
    private static final int LOGS = 2;

    private final Run<?, ?> build;
    private final FailureAnalysisSettings settings =
            GoModulesConfiguration.get().getFailureAnalysis();

    BuildAnalysis(Run<?, ?> build) {
        this.build = build;
    }

    /** @return false if it was interrupted, so that it has to begin again */
    boolean run() {
        GoFailureAction action = action();
        action.running();
        try {
            AnalysisResult result = FailureAnalysis.of(build, limits(settings));
            if (!exists()) {
                return true;
            }
            action.done(result);
            if (settings.isArtifact() && !result.causes().isEmpty()) {
                FailureArtifact.write(build, result);
            }
        } catch (InterruptedIOException | InterruptedException e) {
            action.waiting();
            return false;
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            LOGGER.log(Level.WARNING, "cannot analyse " + build, e);
            action.failed(Messages.BuildAnalysis_problem(ForeignText.line(e.toString())));
        }
        save();
        return true;
    }

    static AnalysisLimits limits(FailureAnalysisSettings settings) {
        long maxLog = settings.getMaxLogSize() * 1024L * 1024L;
        return new AnalysisLimits(settings.usableRules(), maxLog, LOGS * maxLog);
    }

    private GoFailureAction action() {
        synchronized (build) {
            GoFailureAction known = GoFailureAction.of(build);
            if (known == null) {
                known = new GoFailureAction();
                build.addAction(known);
            }
            return known;
        }
    }

    /** Saving a build that has been deleted meanwhile would bring its directory back. */
    private boolean exists() {
        return build.getRootDir().isDirectory();
    }

    private void save() {
        try {
            if (exists()) {
                build.save();
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot save the analysis of " + build, e);
        }
    }
}
