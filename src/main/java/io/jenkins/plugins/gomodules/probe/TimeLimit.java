package io.jenkins.plugins.gomodules.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does things side by side, and waits for them no longer than it may. A name server that does not answer holds a thread
 * whatever one does; such a thread is left behind, and ends when the system gives up.
 */
final class TimeLimit {
    /**
     * Something to do in a thread of its own. {@code close} ends it from outside as soon as can be, and what it then fails
     * with is no finding.
     */
    interface Task extends AutoCloseable {
        void run() throws InterruptedException;

        @Override
        void close();
    }

    private TimeLimit() {}

    /** @throws InterruptedException if this thread is interrupted; the tasks are ended then, too */
    static void run(List<? extends Task> tasks, long millis) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(tasks.size());
        List<Thread> threads = new ArrayList<>();
        try {
            for (Task task : tasks) {
                Thread thread = new Thread(() -> run(task, done), "go-modules-test-connection");
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
            if (!done.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } finally {
            tasks.forEach(Task::close);
            threads.forEach(Thread::interrupt);
        }
    }

    private static void run(Task task, CountDownLatch done) {
        try {
            task.run();
        } catch (InterruptedException e) {
            // It was told to end.
        } finally {
            done.countDown();
        }
    }
}
