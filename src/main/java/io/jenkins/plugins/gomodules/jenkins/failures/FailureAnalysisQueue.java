package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The builds that wait for their analysis, and the threads that do it. Whoever adds a build waits for one small file to be
 * written and for nothing else.
 *
 * <p>What is in memory is bounded. The files tell what waits beyond that, and after a restart: a file is there until its
 * build has been analysed, or cannot be.
 */
@Extension
public final class FailureAnalysisQueue {
    private static final Logger LOGGER = Logger.getLogger(FailureAnalysisQueue.class.getName());

    private static final int THREADS = 2;

    /** Builds that wait in memory. */
    static final int MAX_IN_MEMORY = 500;

    /** Builds of a job that are read again at once; older ones have mostly lost their logs. */
    private static final int MAX_OF_JOB = 1_000;

    private static final int STOP_SECONDS = 2;
    private static final String JOB = "job\n";
    private static final String BUILD = "build\n";

    private final WaitingBuilds waiting;
    /** What is in memory, by its name in the files, and how often it was asked for. */
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor threads;
    private volatile boolean more;

    public FailureAnalysisQueue() {
        waiting = new WaitingBuilds(
                Jenkins.get().getRootDir().toPath().resolve(FailureAnalysisQueue.class.getPackageName() + ".waiting"));
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_IN_MEMORY), task -> {
                    Thread thread = new Thread(task, "Go failure analysis");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    public static FailureAnalysisQueue get() {
        return ExtensionList.lookupSingleton(FailureAnalysisQueue.class);
    }

    /** Has a build analysed, whether or not it has been before; what was found before stays until then. */
    public void analyse(Run<?, ?> build) throws IOException {
        GoFailureAction action;
        synchronized (build) {
            action = GoFailureAction.of(build);
            if (action == null) {
                action = new GoFailureAction();
                build.addAction(action);
            }
        }
        action.waiting();
        add(BUILD + build.getExternalizableId());
    }

    /** Has the builds of a job analysed that have failed, the last ones if there are very many. */
    public void analyseAll(Job<?, ?> job) throws IOException {
        add(JOB + job.getFullName());
    }

    private synchronized void add(String id) throws IOException {
        take(waiting.add(id));
    }

    /** Goes on with what waited when Jenkins ended. */
    void resume() {
        more = true;
        refill();
    }

    /** Ends what is under way; it begins again with the next start of Jenkins. */
    void stop() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.fine("an analysis is still being interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if there is no room in memory. */
    private boolean take(String name) {
        if (requests.merge(name, 1, Integer::sum) > 1) {
            return true; // it waits already, or begins again when what is under way has ended
        }
        return schedule(name);
    }

    private boolean schedule(String name) {
        try {
            threads.execute(() -> run(name));
            return true;
        } catch (RejectedExecutionException e) {
            requests.remove(name);
            more = true;
            return false;
        }
    }

    @SuppressWarnings("try") // the context is there to be closed
    private void run(String name) {
        Integer answered = requests.get(name);
        try (ACLContext all = ACL.as2(ACL.SYSTEM2)) {
            Optional<String> id = waiting.id(name);
            if (id.isEmpty() || done(id.get())) {
                end(name, answered);
            } else {
                requests.remove(name);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "an analysis stays in the queue", e);
            requests.remove(name);
        }
        if (more && threads.getQueue().isEmpty()) {
            refill();
        }
    }

    private synchronized void end(String name, Integer answered) throws IOException {
        if (requests.remove(name, answered)) {
            waiting.remove(name);
        } else {
            // Somebody has asked again meanwhile.
            schedule(name);
        }
    }

    /** Takes from the files what there is room for. */
    private synchronized void refill() {
        if (threads.isShutdown()) {
            return;
        }
        more = false;
        try {
            for (String name : waiting.names(MAX_IN_MEMORY + THREADS)) {
                if (!take(name)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot read which builds wait for their analysis", e);
        }
    }

    /** False if it was interrupted, and has to be done again. */
    private boolean done(String id) throws IOException {
        if (id.startsWith(JOB)) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(id.substring(JOB.length()), Job.class);
            return job == null || addBuilds(job);
        }
        Run<?, ?> build = id.startsWith(BUILD) ? find(id.substring(BUILD.length())) : null;
        return build == null || build.isBuilding() || new BuildAnalysis(build).run();
    }

    private boolean addBuilds(Job<?, ?> job) throws IOException {
        int count = 0;
        for (Run<?, ?> build = job.getLastBuild();
                build != null && count < MAX_OF_JOB;
                build = build.getPreviousBuild()) {
            if (threads.isShutdown()) {
                return false;
            }
            if (AnalysedBuilds.canBeAnalysed(build)) {
                analyse(build);
                count++;
            }
        }
        return true;
    }

    /** Null if it has been deleted. */
    private static Run<?, ?> find(String id) {
        try {
            return Run.fromExternalizableId(id);
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.FINE, "no build: " + id, e);
            return null;
        }
    }
}
