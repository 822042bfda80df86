package io.jenkins.plugins.gomodules.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a server has been asked. */
final class RequestLog {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    synchronized RecordedRequest record(RequestReader.Head head, int connection) {
        String path = path(head);
        int attempt = attempts.merge(path, 1, Integer::sum);
        RecordedRequest request =
                new RecordedRequest(head.method(), head.target(), path, attempt, connection, head.headers());
        requests.add(request);
        notifyAll();
        return request;
    }

    private static String path(RequestReader.Head head) {
        if (head.method().equals("CONNECT")) {
            return head.target();
        }
        String target = head.target();
        if (!target.startsWith("/")) {
            target = URI.create(target).getRawPath();
        }
        return target.replaceFirst("\\?.*", "").replace("%21", "!");
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized List<RecordedRequest> of(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    synchronized void await(String path, int number) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (attempts.getOrDefault(path, 0) < number) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(
                        "expected " + number + " requests for " + path + ", got " + attempts.getOrDefault(path, 0));
            }
            wait(left);
        }
    }

    synchronized void clear() {
        requests.clear();
        attempts.clear();
    }
}
