package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/**
 * One run on an agent, seen from the controller.
 *
 * <p>Remoting tells nobody when an asynchronous call is answered, so a timer looks, often at first and then four times a
 * second; no thread of the controller waits. Whoever is told of the end is told once.
 */
final class AgentPrefetch {
    private static final Logger LOGGER = Logger.getLogger(AgentPrefetch.class.getName());
    private static final long FIRST_LOOK_MILLIS = 10;
    private static final long SLOWEST_LOOK_MILLIS = 250;

    /** The engine stops within two seconds; after this the build ends without its word. */
    private static final long STOP_PATIENCE_MILLIS = 10_000;

    private final VirtualChannel channel;
    private final String agent;
    private final PrefetchCallable callable;
    private final BiConsumer<PrefetchReport, Throwable> whenDone;
    private Future<PrefetchReport> answer;
    private Future<Boolean> ended;
    private Throwable stopCause;
    private boolean done;

    AgentPrefetch(FilePath directory, PrefetchCallable callable, BiConsumer<PrefetchReport, Throwable> whenDone) {
        channel = directory.getChannel();
        Computer computer = directory.toComputer();
        agent = computer == null ? "?" : computer.getDisplayName();
        this.callable = callable;
        this.whenDone = whenDone;
    }

    synchronized void start() throws IOException {
        answer = channel.callAsync(callable);
        look(FIRST_LOOK_MILLIS);
    }

    private void look(long afterMillis) {
        Timer.get().schedule(() -> looked(afterMillis), afterMillis, TimeUnit.MILLISECONDS);
    }

    private void looked(long waitedMillis) {
        Future<?> awaited;
        synchronized (this) {
            if (done) {
                return;
            }
            awaited = stopCause == null ? answer : ended;
        }
        if (awaited == null || !awaited.isDone()) {
            look(Math.min(2 * waitedMillis, SLOWEST_LOOK_MILLIS));
            return;
        }
        try {
            Object value = awaited.get();
            if (value instanceof PrefetchReport report) {
                done(report, null);
            } else {
                done(null, stopped());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done(null, e);
        } catch (CancellationException e) {
            look(FIRST_LOOK_MILLIS);
        } catch (ExecutionException e) {
            failed(e.getCause());
        }
    }

    private synchronized Throwable stopped() {
        return stopCause;
    }

    private void done(PrefetchReport report, Throwable thrown) {
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
        }
        whenDone.accept(report, thrown);
    }

    /** Interrupts the run; the step ends with the cause when the agent has let go of everything. */
    void stop(Throwable cause) {
        Future<PrefetchReport> running;
        synchronized (this) {
            if (stopCause != null) {
                return;
            }
            stopCause = cause;
            running = answer;
        }
        // Sending can take a while on a bad network, and this is the only thread that the Pipeline has.
        Computer.threadPoolForRemoting.execute(() -> {
            running.cancel(true);
            try {
                Future<Boolean> end =
                        channel.callAsync(new RunningPrefetches.HasEnded(callable.id(), STOP_PATIENCE_MILLIS));
                synchronized (this) {
                    ended = end;
                }
            } catch (IOException | RuntimeException e) {
                done(null, cause);
            }
        });
        Timer.get().schedule(() -> done(null, cause), STOP_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says what an agent's failure means, as one sentence where it is one that happens. */
    private void failed(Throwable thrown) {
        LOGGER.log(Level.FINE, "failed on " + agent, thrown);
        if (stopped() != null) {
            done(null, stopped());
        } else if (isEndOfConnection(thrown)) {
            // A controller that shuts down closes its connections. That is no failure: the step will start again.
            Jenkins jenkins = Jenkins.getInstanceOrNull();
            if (jenkins != null && !jenkins.isTerminating()) {
                done(null, lost(agent));
            }
        } else if (thrown instanceof IOException && !(thrown instanceof AbortException)) {
            done(null, new AbortException(Messages.AgentPrefetch_ioFailure(agent, thrown)));
        } else {
            done(null, thrown);
        }
    }

    private static boolean isEndOfConnection(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof RequestAbortedException || t instanceof ChannelClosedException) {
                return true;
            }
        }
        return false;
    }

    /** Its cause is one that {@code retry(conditions: [agent()])} knows; not all of remoting's can be saved in a build. */
    private static AbortException lost(String agent) {
        AbortException e = new AbortException(Messages.AgentPrefetch_agentLost(agent));
        e.initCause(new EOFException());
        return e;
    }

    synchronized String status() {
        return (stopCause == null ? "running on " : "stopping on ") + agent;
    }
}
