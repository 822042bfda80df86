package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does a piece of work once for each key, however many threads want its result, and remembers the latest results, failures
 * too. Whoever wants a result that nobody works on yet does the work himself, so no thread ever waits for one that is not
 * running.
 */
final class Once<K, V> {
    private final Map<K, FutureTask<V>> tasks;

    /** @param most how many results are remembered */
    Once(int most) {
        tasks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
                return size() > most && eldest.getValue().isDone();
            }
        };
    }

    /** The task for a key, made of this work if there is none yet. Any thread may run it, and more than one may try. */
    synchronized FutureTask<V> task(K key, Callable<V> work) {
        return tasks.computeIfAbsent(key, wanted -> new FutureTask<>(work));
    }

    /** The next who wants it has to do the work again. */
    synchronized void forget(K key) {
        tasks.remove(key);
    }

    /** Does the work, or waits for whoever does it. */
    V get(K key, Callable<V> work) throws IOException, InterruptedException {
        return result(task(key, work));
    }

    /** Runs the task unless another thread does, and gives its result. */
    static <T> T result(FutureTask<T> task) throws IOException, InterruptedException {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InterruptedException) {
                throw new InterruptedException("the asking of the checksum database was stopped");
            }
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IOException(cause);
        }
    }
}
