package io.jenkins.plugins.gomodules.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** As many threads as there are processors: what they do is hashing. */
final class Hashers implements Executor, AutoCloseable {
    private static final long PROGRESS_SECONDS = 5;

    private final ThreadPoolExecutor threads;

    /** Told every few seconds how far it is. */
    interface Progress {
        void at(int done, int of);
    }

    Hashers() {
        int count = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                count, count, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Hashers::newThread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "go-modules verify", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Has all zips and trees read, the largest first, so that no thread is left alone with one of them at the end. */
    void look(List<ModuleCheck> checks, Progress progress) throws IOException, InterruptedException {
        List<Sized> bySize = new ArrayList<>(checks.size());
        for (ModuleCheck check : checks) {
            bySize.add(new Sized(check, check.size()));
        }
        bySize.sort(Comparator.comparingLong(Sized::size).reversed());
        List<Future<Void>> looks = new ArrayList<>(2 * checks.size());
        for (Sized sized : bySize) {
            looks.add(submit(sized.check()::lookAtZip));
            looks.add(submit(sized.check()::lookAtTree));
        }
        for (int i = 0; i < looks.size(); i++) {
            while (!await(looks.get(i))) {
                progress.at(i / 2, checks.size());
            }
        }
    }

    private record Sized(ModuleCheck check, long size) {}

    private interface Work {
        void run() throws InterruptedIOException;
    }

    private Future<Void> submit(Work work) {
        Callable<Void> job = () -> {
            work.run();
            return null;
        };
        return threads.submit(job);
    }

    /** Returns false if it is time to say how far it is. */
    private static boolean await(Future<Void> look) throws IOException, InterruptedException {
        try {
            look.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedIOException) {
                throw new InterruptedException("the verification was stopped");
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Interrupts what is under way, and waits for as long as a person waits for an abort. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(1500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
