package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpTransport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An HTTP proxy server: retries, resumes, waits when it is told to, and stops asking one that cannot be reached at all,
 * so that hundreds of modules do not each wait for the same timeout.
 */
final class HttpSource implements ProxySource {
    private static final String MASK = "****";

    /** A shorter one is in half of all words. */
    private static final int SHORTEST_PASSWORD = 4;

    private final ProxyList.Entry entry;
    private final String display;
    private final String authorization;
    private final HttpTransport transport;
    private final FetchStatistics statistics;
    private final RetryPolicy policy;
    private final AdaptiveLimit limit;
    private volatile boolean answered;
    private volatile FetchException down;

    HttpSource(
            ProxyList.Entry entry,
            HttpTransport transport,
            FetchStatistics statistics,
            RetryPolicy policy,
            int parallelism) {
        this.entry = entry;
        this.display = entry.display();
        this.authorization = entry.userInfo().isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString(entry.userInfo().getBytes(StandardCharsets.UTF_8));
        this.transport = transport;
        this.statistics = statistics;
        this.policy = policy;
        this.limit = new AdaptiveLimit(parallelism);
    }

    @Override
    public Fetched fetch(ModuleFile file, Sink sink) throws FetchException, InterruptedException {
        URI uri = entry.resolve(file.path());
        requireSecureLogin(uri);
        Transfer transfer = new Transfer(transport, statistics, uri, authorization, sink);
        for (int attempts = 1; ; attempts++) {
            requireReachable();
            IOException failure = attempt(transfer);
            if (failure == null) {
                return new Fetched(display, attempts);
            }
            if (transport.isClosed()) {
                throw new InterruptedException("the prefetch was stopped");
            }
            FetchException why = explain(failure, attempts);
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

    /** As the go command: a login goes over TLS, or stays on this machine. */
    private void requireSecureLogin(URI uri) throws FetchException {
        if (authorization.isEmpty() || entry.isSecure() || isThisMachine(uri)) {
            return;
        }
        throw new FetchException(
                FetchCause.INSECURE_LOGIN,
                display,
                0,
                0,
                display + " is not asked: GOPROXY has a login for it, which would go over http unencrypted. Use https",
                null);
    }

    private static boolean isThisMachine(URI uri) {
        String host = uri.getHost();
        return host != null && (host.equals("localhost") || isLoopbackAddress(host) || host.equals("[::1]"));
    }

    /** 127.0.0.0/8, written as four numbers: a name that begins like one may lead anywhere. */
    private static boolean isLoopbackAddress(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) != '.' && (host.charAt(i) < '0' || host.charAt(i) > '9')) {
                return false;
            }
        }
        return host.startsWith("127.");
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

    private FetchException explain(IOException failure, int attempts) {
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
                    FetchCause.ofStatus(answer.status()),
                    display,
                    answer.status(),
                    attempts,
                    display + " " + withoutLogin(answer.getMessage()) + tried(attempts),
                    failure);
        }
        FetchCause cause = FetchCause.ofNetwork(failure);
        return new FetchException(
                cause, display, 0, attempts, display + ": " + describe(cause, failure) + tried(attempts), failure);
    }

    /** A server may repeat what it was sent, and an error page of a gateway often does; a login is not shown even then. */
    private String withoutLogin(String text) {
        if (authorization.isEmpty()) {
            return text;
        }
        String login = entry.userInfo();
        String password = login.substring(login.indexOf(':') + 1);
        String shown =
                text.replace(authorization.substring("Basic ".length()), MASK).replace(login, MASK);
        return password.length() < SHORTEST_PASSWORD ? shown : shown.replace(password, MASK);
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
