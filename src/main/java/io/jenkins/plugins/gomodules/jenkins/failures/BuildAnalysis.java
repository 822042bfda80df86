package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The analysis of a build that is over, from its begin to what is saved in the build. */
final class BuildAnalysis {
    private static final Logger LOGGER = Logger.getLogger(BuildAnalysis.class.getName());

    /** Of a build with many failing steps, how many times the limit of a log is read. */
    private static final int LOGS = 2;

    /** A log of the greatest size takes a minute; what takes longer waits for something that may never answer. */
    private static final long MAX_MILLIS = TimeUnit.MINUTES.toMillis(15);

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
        try (TimeLimit limit = new TimeLimit(MAX_MILLIS)) {
            if (!read(action, limit)) {
                action.waiting();
                return false;
            }
        }
        save();
        return !Thread.currentThread().isInterrupted();
    }

    /** @return false if it was interrupted, but not for taking too long */
    private boolean read(GoFailureAction action, TimeLimit limit) {
        try {
            AnalysisResult result = FailureAnalysis.of(build, limits(settings));
            if (exists()) {
                action.done(result);
                keep(result);
            }
        } catch (IOException | InterruptedException | RuntimeException | StackOverflowError | LinkageError e) {
            if (limit.isOver()) {
                LOGGER.log(Level.WARNING, "the analysis of " + build + " takes too long", e);
                action.failed(Messages.BuildAnalysis_tooLong());
            } else if (isInterrupted(e)) {
                return false;
            } else {
                LOGGER.log(Level.WARNING, "cannot analyse " + build, e);
                action.failed(Messages.BuildAnalysis_problem(ForeignText.line(e.toString())));
            }
        }
        return true;
    }

    /** Channels tell it by an exception of their own. */
    private static boolean isInterrupted(Throwable thrown) {
        return thrown instanceof InterruptedException
                || thrown instanceof InterruptedIOException
                || Thread.currentThread().isInterrupted();
    }

    /** Where the artifact cannot be kept, the result is none the worse for it. */
    private void keep(AnalysisResult result) throws InterruptedException {
        if (!settings.isArtifact() || result.causes().isEmpty()) {
            return;
        }
        try {
            FailureArtifact.write(build, result);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot keep the analysis as an artifact of " + build, e);
        }
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
