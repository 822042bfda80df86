package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.model.Jenkins;

/** Makes tests, on the controller or on agents, for no longer than a browser waits, and ends those that are not wanted. */
final class RunningTests {
    private static final long LIMIT_SECONDS = 30;

    /** So many at a time are enough for administrators. */
    private static final int MAX_RUNNING = 8;

    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    /**
     * Makes a test and waits for it.
     *
     * @param id by which it can be cancelled
     * @param node the agent's name; {@code ""} for the controller
     * @throws IllegalArgumentException with a sentence for people, when it cannot be made or brought nothing
     */
    <T extends Serializable> T run(String id, String node, ConnectionTest<T> test) throws InterruptedException {
        if (running.size() >= MAX_RUNNING) {
            throw new IllegalArgumentException(Messages.RunningTests_tooMany());
        }
        Future<T> future = start(node, test);
        Future<?> other = running.putIfAbsent(id, future);
        try {
            if (other != null) {
                throw new IllegalArgumentException(Messages.RunningTests_tooMany());
            }
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException(Messages.RunningTests_tooLong(LIMIT_SECONDS), e);
        } catch (CancellationException e) {
            throw new IllegalArgumentException(Messages.RunningTests_cancelled(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedIOException) {
                throw new IllegalArgumentException(Messages.RunningTests_cancelled(), e);
            }
            throw new IllegalArgumentException(Messages.RunningTests_failed(String.valueOf(e.getMessage())), e);
        } finally {
            running.remove(id, future);
            future.cancel(true);
        }
    }

    private static <T extends Serializable> Future<T> start(String node, ConnectionTest<T> test) {
        if (node.isEmpty()) {
            return Computer.threadPoolForRemoting.submit(test::call);
        }
        Computer computer = Jenkins.get().getComputer(node);
        VirtualChannel channel = computer == null ? null : computer.getChannel();
        if (channel == null) {
            throw new IllegalArgumentException(Messages.RunningTests_offline(node));
        }
        try {
            return channel.callAsync(test);
        } catch (IOException e) {
            throw new IllegalArgumentException(Messages.RunningTests_failed(String.valueOf(e.getMessage())), e);
        }
    }

    /** Ends a test; does nothing if there is none. */
    void cancel(String id) {
        Future<?> future = running.get(id);
        if (future != null) {
            future.cancel(true);
        }
    }
}
