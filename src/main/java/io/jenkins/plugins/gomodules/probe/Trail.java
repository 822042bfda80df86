package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Subject;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of one target as they are tried, each with its time. After one that failed the next are not tried. What is
 * under way when the time is up counts as failed, and what would come later is not kept.
 */
final class Trail {
    /** Does what a stage is about. */
    @FunctionalInterface
    interface Attempt {
        Found run() throws StageFailure, InterruptedException;
    }

    /**
     * What an attempt found.
     *
     * @param outcome how it ended; it did not fail
     * @param nanos how long it took, or -1 for as long as it ran
     */
    record Found(Outcome outcome, String message, List<Fact> facts, long nanos) {
        Found(Outcome outcome, String message, List<Fact> facts) {
            this(outcome, message, facts, -1);
        }
    }

    private final String name;
    private final String route;
    private final ModuleVersion module;
    private final String host;
    private final List<StageReport> reports = new ArrayList<>();
    private Stage current;
    private long since;
    private boolean failed;
    private boolean sealed;

    /**
     * @param name the target's URL or address, without login
     * @param route the HTTP proxy on the way, or {@code ""}
     * @param module what is asked for; null for a host
     * @param host the target's
     */
    Trail(String name, String route, ModuleVersion module, String host) {
        this.name = name;
        this.route = route;
        this.module = module;
        this.host = host;
    }

    /** Tries a stage, unless one before it failed. */
    void attempt(Stage stage, Attempt attempt) throws InterruptedException {
        if (!begin(stage)) {
            return;
        }
        long start = System.nanoTime();
        try {
            Found found = attempt.run();
            long nanos = found.nanos() < 0 ? System.nanoTime() - start : found.nanos();
            end(new StageReport(stage, found.outcome(), nanos / 1_000, found.message(), found.facts(), null));
        } catch (StageFailure e) {
            end(failure(stage, System.nanoTime() - start, e));
        }
    }

    /** Notes that a stage is not tried, and why. */
    synchronized void skip(Stage stage, String why) {
        if (!sealed) {
            reports.add(new StageReport(stage, Outcome.SKIPPED, 0, why, List.of(), null));
        }
    }

    synchronized boolean hasFailed() {
        return failed;
    }

    private synchronized boolean begin(Stage stage) {
        if (sealed) {
            return false;
        }
        if (failed) {
            skip(stage, "");
            return false;
        }
        current = stage;
        since = System.nanoTime();
        return true;
    }

    private synchronized void end(StageReport report) {
        if (!sealed) {
            reports.add(report);
            failed = report.outcome() == Outcome.FAILED;
            current = null;
        }
    }

    private StageReport failure(Stage stage, long nanos, StageFailure e) {
        String about = e.host().isEmpty() ? host : e.host();
        String proxy = e.causeId().equals("http-proxy-failure") ? route : "";
        Subject subject = stage == Stage.HTTP || stage == Stage.MODULE || stage == Stage.SUMDB
                ? new Subject(
                        module == null ? "" : module.path(),
                        module == null ? "" : module.version(),
                        "",
                        about,
                        name,
                        e.status(),
                        proxy)
                : new Subject("", "", "", about, "", e.status(), proxy);
        Cause cause = Classifier.standard().describe(e.causeId(), subject, e.getMessage());
        return new StageReport(stage, Outcome.FAILED, nanos / 1_000, e.getMessage(), e.facts(), cause);
    }

    /** What came of it so far. Nothing is added afterwards. */
    synchronized TargetReport finish(long limitMillis) {
        if (current != null) {
            StageFailure late = new StageFailure(
                    "network-timeout",
                    "it was not done when the test had taken " + limitMillis / 1000 + " s",
                    0,
                    List.of());
            reports.add(failure(current, System.nanoTime() - since, late));
            current = null;
        }
        sealed = true;
        return new TargetReport(name, route, reports);
    }
}
