package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** What could not be read or ended in this session; the next one tries again. */
    private final Set<String> putOff = ConcurrentHashMap.newKeySet();

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
        try {
            add(BUILD + build.getExternalizableId());
        } catch (IOException e) {
            action.failed(Messages.BuildAnalysis_problem(ForeignText.line(e.toString())));
            throw e;
        }
    }

    /** Has the builds of a job analysed that have failed, the last ones if there are very many. */
    public void analyseAll(Job<?, ?> job) throws IOException {
        add(JOB + job.getFullName());
    }

    private synchronized void add(String id) throws IOException {
        String name = waiting.add(id);
        putOff.remove(name);
        if (requests.merge(name, 1, Integer::sum) == 1) {
            schedule(name);
        }
        // Else it waits already, or begins again when what is under way has ended.
    }

    /** What waits under a job's old name waits under its new one. */
    synchronized void moved(String before, String now) {
        try {
            for (String name : waiting.names(Integer.MAX_VALUE)) {
                String id = waiting.id(name).orElse("");
                if (id.startsWith(BUILD + before + "#")) {
                    add(BUILD + now + id.substring(BUILD.length() + before.length()));
                } else if (id.equals(JOB + before)) {
                    add(JOB + now);
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "builds of " + now + " may miss their analysis", e);
        }
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
        boolean ended = false;
        try (ACLContext all = ACL.as2(ACL.SYSTEM2)) {
            Optional<String> id = waiting.id(name);
            if (id.isEmpty() || done(id.get())) {
                end(name, answered);
                ended = true;
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "an analysis waits for the next start of Jenkins", e);
        } finally {
            if (!ended) {
                putOff.add(name);
                requests.remove(name);
            }
        }
        if (more && threads.getQueue().isEmpty()) {
            refill();
        }
    }

    private synchronized void end(String name, Integer answered) throws IOException {
        if (answered == null || requests.remove(name, answered)) {
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
            List<String> names =
                    waiting.names(MAX_IN_MEMORY, name -> !requests.containsKey(name) && !putOff.contains(name));
            for (String name : names) {
                requests.put(name, 1);
                if (!schedule(name)) {
                    return;
                }
            }
            if (names.size() == MAX_IN_MEMORY) {
                more = true;
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
