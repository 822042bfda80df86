package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpTransport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * An HTTP proxy server: retries, resumes, waits when it is told to, and stops asking one that cannot be reached at all,
 * so that hundreds of modules do not each wait for the same timeout.
 */
final class HttpSource implements ProxySource {
    private final ProxyList.Entry entry;
    private final String display;
    private final ProxyAuthorization authorization;
    private final HttpTransport transport;
    private final FetchStatistics statistics;
    private final RetryPolicy policy;
    private final AdaptiveLimit limit;
    private volatile boolean answered;
    private volatile FetchException down;

    HttpSource(
            ProxyList.Entry entry,
            ProxyLogins logins,
            HttpTransport transport,
            FetchStatistics statistics,
            RetryPolicy policy,
            int parallelism) {
        this.entry = entry;
        this.display = entry.display();
        this.authorization = new ProxyAuthorization(entry, logins);
        this.transport = transport;
        this.statistics = statistics;
        this.policy = policy;
        this.limit = new AdaptiveLimit(parallelism);
    }

    @Override
    public Fetched fetch(String path, Sink sink) throws FetchException, InterruptedException {
        URI uri = entry.resolve(path);
        Transfer transfer = new Transfer(transport, statistics, uri, authorization, sink);
        for (int attempts = 1; ; attempts++) {
            requireReachable();
            String shown = authorization.header(uri);
            IOException failure = attempt(transfer);
            if (failure instanceof HttpStatusException answer && authorization.adapted(shown, answer)) {
                failure = attempt(transfer);
            }
            if (failure == null) {
                return new Fetched(display, attempts);
            }
            if (transport.isClosed()) {
                throw new InterruptedException("the prefetch was stopped");
            }
            FetchException why = explain(failure, uri, attempts);
            long pause = why.reason().isPassing() ? policy.pauseMillis(attempts, retryAfter(failure)) : -1;
            if (pause < 0) {
                if (!answered && why.reason().isUnreachable()) {
                    down = why;
                }
                throw why;
            }
            statistics.retried();
            Thread.sleep(pause);
        }
    }

    /** Returns null on success. */
    private IOException attempt(Transfer transfer) throws InterruptedException {
        limit.acquire();
        try {
            transfer.attempt();
            answered = true;
            limit.succeeded();
            return null;
        } catch (HttpStatusException e) {
            answered = true;
            if (e.status() == 429 || e.status() == 503) {
                limit.overloaded();
            }
            return e;
        } catch (IOException e) {
            return e;
        } finally {
            limit.release();
        }
    }

    private void requireReachable() throws FetchException {
        FetchException why = down;
        if (why != null) {
            throw new FetchException(why.reason(), display, 0, 0, why.getMessage(), why);
        }
    }

    private static long retryAfter(IOException failure) {
        return failure instanceof HttpStatusException answer ? answer.retryAfterMillis() : -1;
    }

    private FetchException explain(IOException failure, URI uri, int attempts) {
        if (failure instanceof LocalFileException local) {
            return new FetchException(
                    FetchCause.ofLocalFile(local.failure()),
                    "",
                    0,
                    attempts,
                    "cannot be written to disk: " + local.getMessage(),
                    failure);
        }
        if (failure instanceof HttpStatusException answer) {
            return new FetchException(
                    authorization.cause(answer, uri),
                    display,
                    answer.status(),
                    attempts,
                    authorization.explain(answer, uri) + tried(attempts),
                    null);
        }
        FetchCause cause = FetchCause.ofNetwork(failure);
        return new FetchException(
                cause, display, 0, attempts, display + ": " + describe(cause, failure) + tried(attempts), failure);
    }

    private static String tried(int attempts) {
        return attempts == 1 ? "" : " (tried " + attempts + " times)";
    }

    private static String describe(FetchCause cause, IOException e) {
        String detail = ServerText.clean(String.valueOf(e.getMessage()));
        if (cause == FetchCause.DNS_FAILURE && e instanceof UnknownHostException) {
            return "the host name is not known to the DNS of this machine";
        }
        if (cause == FetchCause.NETWORK_TIMEOUT && e instanceof SocketTimeoutException) {
            return detail.equals("Read timed out") ? "nothing arrived for too long" : detail;
        }
        if (cause == FetchCause.TLS_UNTRUSTED) {
            return "the server's certificate is not trusted by this Java: " + detail;
        }
        return detail;
    }
}
