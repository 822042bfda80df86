package io.jenkins.plugins.gomodules.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** One connection to an origin, directly or through an HTTP proxy. Used by one thread at a time, closed by any. */
final class HttpConnection implements Closeable {
    private final HttpRoute route;
    private final Socket socket;
    private final Runnable onClose;
    private final SocketInput in;
    private final OutputStream out;

    private HttpConnection(HttpRoute route, Socket socket, Runnable onClose) throws IOException {
        this.route = route;
        this.socket = socket;
        this.onClose = onClose;
        this.in = new SocketInput(socket);
        this.out = socket.getOutputStream();
    }

    /** Connects, and greets a secure origin. */
    static HttpConnection open(HttpRoute route, HttpTimeouts timeouts, TlsSockets tls, SocketTracker tracker)
            throws IOException {
        Socket socket = reach(route, timeouts, tracker);
        Runnable onClose = () -> tracker.closed(socket);
        try {
            return new HttpConnection(route, greet(socket, route, tls), onClose);
        } catch (IOException | RuntimeException e) {
            abandon(socket, tracker);
            throw e;
        }
    }

    /** Secures the way to the proxy, opens a tunnel and secures the way to the origin, as the route asks. */
    private static Socket greet(Socket plain, HttpRoute route, TlsSockets tls) throws IOException {
        Socket socket = plain;
        if (route.proxy() != null && route.proxy().isSecure()) {
            socket = tls.secure(socket, route.proxy().host(), route.proxy().port());
        }
        if (route.tunnelled()) {
            ProxyTunnel.open(socket, route);
        }
        HttpOrigin origin = route.origin();
        return origin.secure() ? tls.secure(socket, origin.host(), origin.port()) : socket;
    }

    /** Connects to the peer; when that is an HTTP proxy, a failure names it, for it is not the server's. */
    private static Socket reach(HttpRoute route, HttpTimeouts timeouts, SocketTracker tracker) throws IOException {
        if (route.proxy() == null || route.proxy().isSocks()) {
            return connect(route, timeouts, tracker);
        }
        String name = "the HTTP proxy " + route.proxy();
        try {
            return connect(route, timeouts, tracker);
        } catch (UnknownHostException e) {
            throw new HttpProxyException(name + ": its host name is not known to the DNS of this machine", 0);
        } catch (SocketTimeoutException e) {
            throw new SocketTimeoutException(name + ": " + e.getMessage());
        } catch (ConnectException e) {
            throw new ConnectException(name + ": " + e.getMessage());
        }
    }

    private static Socket connect(HttpRoute route, HttpTimeouts timeouts, SocketTracker tracker) throws IOException {
        if (route.proxy() != null && route.proxy().isSocks()) {
            // The SOCKS proxy looks the origin's name up.
            InetSocketAddress proxy =
                    new InetSocketAddress(route.proxy().host(), route.proxy().port());
            InetSocketAddress origin = InetSocketAddress.createUnresolved(
                    route.origin().host(), route.origin().port());
            return connect(new Socket(new Proxy(Proxy.Type.SOCKS, proxy)), origin, timeouts, tracker);
        }
        // The failure of the first address is the one that tells most.
        IOException first = null;
        for (InetAddress address : InetAddress.getAllByName(route.peerHost())) {
            try {
                return connect(new Socket(), new InetSocketAddress(address, route.peerPort()), timeouts, tracker);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new HttpProtocolException("no address for " + route.peerHost()) : first;
    }

    private static Socket connect(Socket socket, InetSocketAddress to, HttpTimeouts timeouts, SocketTracker tracker)
            throws IOException {
        tracker.opened(socket);
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeouts.readMillis());
            socket.connect(to, timeouts.connectMillis());
            return socket;
        } catch (SocketTimeoutException e) {
            abandon(socket, tracker);
            throw new SocketTimeoutException("connecting took longer than " + timeouts.connectMillis() + " ms");
        } catch (IOException e) {
            abandon(socket, tracker);
            throw e;
        }
    }

    private static void abandon(Socket socket, SocketTracker tracker) throws IOException {
        tracker.closed(socket);
        socket.close();
    }

    HttpRoute route() {
        return route;
    }

    /** Whether it can carry another request as far as can be seen from here. */
    boolean idle() {
        return !socket.isClosed() && !in.hasBuffered();
    }

    void send(String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    ResponseHead readHead() throws IOException {
        return ResponseHead.read(in);
    }

    BodyFraming body(ResponseHead head) throws IOException {
        return BodyFraming.of(head, in);
    }

    @Override
    public void close() throws IOException {
        onClose.run();
        socket.close();
    }
}
