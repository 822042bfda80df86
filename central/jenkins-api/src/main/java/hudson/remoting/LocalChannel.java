package hudson.remoting;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** The channel of the built-in node: nothing is serialized, calls run on threads of the controller. */
public class LocalChannel implements VirtualChannel {
    private final ExecutorService executor;

    public LocalChannel(ExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        return callable.call();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
        Task<V> task = new Task<>(callable);
        executor.execute(task);
        return task;
    }

    private static final class Task<V> extends FutureTask<V> implements Future<V> {
        Task(Callable<V, ?> callable) {
            super(() -> {
                try {
                    return callable.call();
                } catch (Exception | Error x) {
                    throw x;
                } catch (Throwable x) {
                    throw new ExecutionException(x);
                }
            });
        }
    }

    @Override
    public void close() {}

    @Override
    public void join() throws InterruptedException {
        throw new UnsupportedOperationException("the built-in node's channel never closes");
    }
}
