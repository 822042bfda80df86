package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.Callable;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * One run on an agent, seen from the controller.
 *
 * <p>Remoting tells nobody when an asynchronous call is answered, so a timer looks, often at first and then four times a
 * second; no thread of the controller waits. Whoever is told of the end is told once.
 *
 * @param <R> the report that the run ends with
 */
abstract class AgentRun<R> {
    private static final Logger LOGGER = Logger.getLogger(AgentRun.class.getName());
    private static final long FIRST_LOOK_MILLIS = 10;
    private static final long SLOWEST_LOOK_MILLIS = 250;

    /** The engine stops within two seconds; after this the build ends without its word. */
    private static final long STOP_PATIENCE_MILLIS = 10_000;

    /** Who is told of the end, once. */
    interface Listener<R> {
        void ended(R report);

        void failed(Throwable thrown);

        /** The connection to the agent ended before the run did. */
        void lost(String agent);
    }

    private static final List<Class<? extends Throwable>> END_OF_CONNECTION =
            List.of(RequestAbortedException.class, ChannelClosedException.class);

    private final VirtualChannel channel;
    private final String agent;
    private final Callable<R, ?> callable;
    private final String id;
    private final Class<R> type;
    private final Listener<R> listener;
    private Future<R> answer;
    private Future<Boolean> ended;
    private Throwable stopCause;
    private boolean done;

    /**
     * @param callable what runs on the agent
     * @param id the name under which {@link RunningPrefetches} knows the run there
     * @param type what it answers
     */
    AgentRun(FilePath directory, Callable<R, ?> callable, String id, Class<R> type, Listener<R> listener) {
        channel = directory.getChannel();
        Computer computer = directory.toComputer();
        agent = computer == null ? "?" : computer.getDisplayName();
        this.callable = callable;
        this.id = id;
        this.type = type;
        this.listener = listener;
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
            if (type.isInstance(value)) {
                tell(() -> listener.ended(type.cast(value)));
            } else {
                tell(() -> listener.failed(stopped() == null ? impossible() : stopped()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tell(() -> listener.failed(e));
        } catch (CancellationException e) {
            look(FIRST_LOOK_MILLIS);
        } catch (ExecutionException e) {
            LOGGER.log(Level.FINE, "failed on " + agent, e);
            tell(() -> failed(e.getCause()));
        }
    }

    private synchronized Throwable stopped() {
        return stopCause;
    }

    private void tell(Runnable end) {
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
        }
        end.run();
    }

    /** Interrupts the run; the step ends with the cause when the agent has let go of everything. */
    void stop(Throwable cause) {
        Future<R> running;
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
                Future<Boolean> end = channel.callAsync(new RunningPrefetches.HasEnded(id, STOP_PATIENCE_MILLIS));
                synchronized (this) {
                    ended = end;
                }
            } catch (IOException | RuntimeException e) {
                tell(() -> listener.failed(cause));
            }
        });
        Timer.get().schedule(() -> tell(() -> listener.failed(cause)), STOP_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says what an agent's failure means, as one sentence where it is one that happens. */
    private void failed(Throwable thrown) {
        if (stopped() != null) {
            listener.failed(stopped());
        } else if (AgentReport.isCausedBy(thrown, END_OF_CONNECTION)) {
            listener.lost(agent);
        } else {
            listener.failed(failure(agent, thrown));
        }
    }

    /** What a build ends with when its agent answers nonsense. */
    abstract AbortException impossible();

    /** What a build ends with when its agent answers with an exception, which itself is not passed on. */
    abstract AbortException failure(String ofAgent, Throwable thrown);

    synchronized String status() {
        return (stopCause == null ? "running on " : "stopping on ") + agent;
    }
}
