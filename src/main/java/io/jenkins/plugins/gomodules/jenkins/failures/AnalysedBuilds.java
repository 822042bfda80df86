package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** Which builds are analysed, and when: as soon as they are over, by somebody else. */
final class AnalysedBuilds {
    private static final Logger LOGGER = Logger.getLogger(AnalysedBuilds.class.getName());

    private AnalysedBuilds() {}

    /**
     * Whether a build has ended badly. One that was aborted, or not built, has no cause to be found in its log; nor has one
     * that is unstable, but for a Pipeline in which an error was caught and noted.
     */
    static boolean canBeAnalysed(Run<?, ?> build) {
        Result result = build.getResult();
        return !build.isBuilding()
                && (result == Result.FAILURE
                        || result == Result.UNSTABLE && build instanceof FlowExecutionOwner.Executable);
    }

    /** The same of a build that may go on; a Pipeline's result is not known until its script has ended. */
    static boolean hasFailedSoFar(Run<?, ?> build) {
        Result result = build.getResult();
        return !build.isBuilding()
                ? canBeAnalysed(build)
                : result == Result.FAILURE || build instanceof FlowExecutionOwner.Executable && isNoSuccess(result);
    }

    private static boolean isNoSuccess(Result result) {
        return result == null || result == Result.UNSTABLE;
    }

    /** Whether the configuration asks for it. */
    static boolean isWanted(Run<?, ?> build) {
        return switch (GoModulesConfiguration.get().getFailureAnalysis().getBuilds()) {
            case FailureAnalysisSettings.ALL -> true;
            case FailureAnalysisSettings.NONE -> false;
            default -> GoModulesRecord.of(build) != null;
        };
    }

    /** Told when a build is over and its log complete. */
    @Extension
    public static final class Ends extends RunListener<Run<?, ?>> {
        @Override
        public void onFinalized(Run<?, ?> build) {
            try {
                if (canBeAnalysed(build) && isWanted(build)) {
                    FailureAnalysisQueue.get().analyse(build);
                }
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "cannot analyse " + build, e);
            }
        }
    }

    /** Told when Jenkins has found its jobs, and when it ends. */
    @Extension
    public static final class Sessions extends ItemListener {
        @Override
        public void onLoaded() {
            FailureAnalysisQueue.get().resume();
        }

        @Override
        public void onLocationChanged(Item item, String before, String now) {
            FailureAnalysisQueue.get().moved(before, now);
        }

        @Override
        public void onBeforeShutdown() {
            FailureAnalysisQueue.get().stop();
        }
    }
}
