package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Api;
import hudson.model.Run;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/**
 * The failure analysis of a build, and its page. While a build is read again, the result that was there stays.
 *
 * <p>Whoever may read the build may read this.
 */
@ExportedBean
public final class GoFailureAction implements RunAction2 {
    /** The page's name below that of the build. */
    public static final String URL = "goFailureAnalysis";

    /** How far the analysis is. */
    public enum State {
        /** In the queue. */
        WAITING,
        /** Under way. */
        RUNNING,
        /** Done; there may be no causes. */
        DONE,
        /** It could not be done; {@link GoFailureAction#getProblem} says why. */
        FAILED
    }

    private volatile State state = State.WAITING;
    private volatile AnalysisResult result;
    private volatile String problem;
    private transient volatile Run<?, ?> run;

    /** The analysis of a build, or null if there is none and none is planned. */
    public static GoFailureAction of(Run<?, ?> build) {
        return build.getAction(GoFailureAction.class);
    }

    @Override
    public void onAttached(Run<?, ?> build) {
        run = build;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        run = build;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    void waiting() {
        state = State.WAITING;
    }

    void running() {
        state = State.RUNNING;
    }

    void done(AnalysisResult found) {
        result = found;
        problem = null;
        state = State.DONE;
    }

    void failed(String why) {
        problem = why;
        state = State.FAILED;
    }

    /**
     * Has the build analysed again; what is known stays until then.
     *
     * @return the way back to the page
     */
    @POST
    public HttpResponse doRescan() throws IOException {
        run.checkPermission(Run.UPDATE);
        if (AnalysedBuilds.canBeAnalysed(run)) {
            FailureAnalysisQueue.get().analyse(run);
        }
        return HttpResponses.redirectToDot();
    }

    /** For {@code api/json} and {@code api/xml}. */
    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public State getState() {
        return state;
    }

    /** Whether an analysis waits or is under way. */
    public boolean isPending() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Whether there is something to show: causes were found. */
    public boolean isFound() {
        return !getCauses().isEmpty();
    }

    /** Why the last analysis could not be done, for a person to read; null if nothing went wrong. */
    @Exported
    public String getProblem() {
        return problem;
    }

    /** The causes: those of the step that stopped the build first, and of each step its root first. */
    @Exported(inline = true)
    public List<FoundCause> getCauses() {
        AnalysisResult known = result;
        return known == null ? List.of() : known.causes();
    }

    /** The first of the causes, or null if none was found. */
    @Exported(inline = true)
    public FoundCause getRoot() {
        List<FoundCause> causes = getCauses();
        return causes.isEmpty() ? null : causes.get(0);
    }

    /** What the plugin's own steps did in the build. */
    @Exported(inline = true)
    public List<StepRecord> getRecords() {
        GoModulesRecord record = run == null ? null : GoModulesRecord.of(run);
        return record == null ? List.of() : record.getSteps();
    }

    /** When the analysis was done; null if it has not been. */
    @Exported
    public Date getAnalysedAt() {
        AnalysisResult known = result;
        return known == null ? null : new Date(known.finishedAt());
    }

    /** How long it took, in milliseconds. */
    @Exported
    public long getMillis() {
        AnalysisResult known = result;
        return known == null ? 0 : known.millis();
    }

    /** How many bytes of logs were read. */
    @Exported
    public long getBytesRead() {
        AnalysisResult known = result;
        return known == null ? 0 : known.bytes();
    }

    /** Whether a log was longer than what may be read, so that its middle was left out. */
    @Exported
    public boolean isCut() {
        AnalysisResult known = result;
        return known != null && known.isCut();
    }

    /** No link beside the build for what has nothing to say. */
    @Override
    public String getIconFileName() {
        return isFound() ? "symbol-go-failure plugin-go-modules" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.GoFailureAction_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }
}
