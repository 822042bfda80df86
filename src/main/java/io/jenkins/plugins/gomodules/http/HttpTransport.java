package io.jenkins.plugins.gomodules.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends GET requests from any number of threads and keeps connections for the next ones. It opens as many connections
 * as there are requests at once: the caller bounds those.
 */
public final class HttpTransport implements Closeable {
    private final HttpTimeouts timeouts;
    private final Function<URI, Optional<HttpProxy>> proxies;
    private final Map<HttpRoute, Deque<HttpConnection>> idle = new HashMap<>();
    private final Set<Socket> open = new HashSet<>();
    private final TlsSockets tls;
    private final SocketTracker tracker = new Tracker();
    private boolean closed;

    /**
     * Trusts the certificates that the JVM trusts.
     *
     * @param proxies the proxy to use for a URL, if any
     */
    public HttpTransport(HttpTimeouts timeouts, Function<URI, Optional<HttpProxy>> proxies) {
        this(timeouts, proxies, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls asked at the first secure connection */
    public HttpTransport(
            HttpTimeouts timeouts, Function<URI, Optional<HttpProxy>> proxies, Supplier<SSLSocketFactory> tls) {
        this.timeouts = timeouts;
        this.proxies = proxies;
        this.tls = new TlsSockets(tls);
    }

    /**
     * Sends a request and reads the head of the answer.
     *
     * @param headers further header fields; names and values are sent as they are
     * @throws IOException when the server cannot be reached or does not answer in time, or once this is closed
     */
    public HttpResponse get(URI uri, Map<String, String> headers) throws IOException {
        HttpOrigin origin = HttpOrigin.of(uri);
        HttpRoute route = new HttpRoute(origin, proxies.apply(uri).orElse(null));
        String head = requestHead(uri, route, headers);
        HttpConnection connection = takeIdle(route);
        while (connection != null) {
            try {
                return exchange(connection, head);
            } catch (SocketTimeoutException | HttpProtocolException e) {
                throw e;
            } catch (IOException e) {
                // The server closed an idle connection just when it was taken. The request changes nothing on the
                // server, so it goes out again (RFC 9112 section 9.3.1); a close of this transport ends the loop.
                connection = takeIdle(route);
            }
        }
        return exchange(HttpConnection.open(route, timeouts, tls, tracker), head);
    }

    private HttpResponse exchange(HttpConnection connection, String head) throws IOException {
        try {
            connection.send(head);
            return new HttpResponse(this, connection, connection.readHead());
        } catch (IOException | RuntimeException e) {
            discard(connection);
            throw e;
        }
    }

    private static String requestHead(URI uri, HttpRoute route, Map<String, String> headers)
            throws HttpProtocolException {
        String target = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (uri.getRawQuery() != null) {
            target += "?" + uri.getRawQuery();
        }
        boolean toProxy = route.asksProxy();
        StringBuilder head = new StringBuilder(256);
        head.append("GET ");
        if (toProxy) {
            head.append("http://").append(route.origin().hostHeader());
        }
        head.append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(route.origin().hostHeader())
                .append("\r\n");
        if (toProxy && !route.proxy().authorization().isEmpty()) {
            append(head, "Proxy-Authorization", route.proxy().authorization());
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            append(head, header.getKey(), header.getValue());
        }
        return head.append("\r\n").toString();
    }

    private static void append(StringBuilder head, String name, String value) throws HttpProtocolException {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) == 0x7f) {
                throw new HttpProtocolException("the value for header field " + name + " has a control character");
            }
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private synchronized HttpConnection takeIdle(HttpRoute route) {
        Deque<HttpConnection> connections = idle.get(route);
        return connections == null ? null : connections.pollLast();
    }

    void release(HttpConnection connection) throws IOException {
        synchronized (this) {
            if (!closed) {
                idle.computeIfAbsent(connection.route(), route -> new ArrayDeque<>())
                        .addLast(connection);
                return;
            }
        }
        connection.close();
    }

    void discard(HttpConnection connection) {
        closeQuietly(connection);
    }

    /** Whether {@link #close} was called. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Ends every transfer that is under way; they fail with an {@link IOException}. */
    @Override
    public void close() {
        List<Socket> sockets;
        synchronized (this) {
            closed = true;
            sockets = new ArrayList<>(open);
            open.clear();
            idle.clear();
        }
        sockets.forEach(HttpTransport::closeQuietly);
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }

    private final class Tracker implements SocketTracker {
        @Override
        public void opened(Socket socket) {
            synchronized (HttpTransport.this) {
                if (!closed) {
                    open.add(socket);
                    return;
                }
            }
            closeQuietly(socket);
        }

        @Override
        public void closed(Socket socket) {
            synchronized (HttpTransport.this) {
                open.remove(socket);
            }
        }
    }
}
