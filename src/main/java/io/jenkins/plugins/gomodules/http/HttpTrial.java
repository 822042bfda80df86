package io.jenkins.plugins.gomodules.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection that is opened step by step, for who wants to know which step fails and how long each takes. It takes the
 * way that {@link HttpTransport} takes; no request is sent over it. The steps are {@link #connect}, {@link #secureProxy} and
 * {@link #tunnel} when there is such a proxy, and {@link #secure} for an https URL. Used by one thread at a time, closed by
 * any.
 */
public final class HttpTrial implements Closeable {
    private final HttpRoute route;
    private final HttpTimeouts timeouts;
    private volatile Socket raw;
    private volatile boolean closed;
    private Socket socket;

    /**
     * @param proxy the proxy on the way, if any
     * @throws HttpProtocolException when it is no http or https URL
     */
    public HttpTrial(URI uri, Optional<HttpProxy> proxy, HttpTimeouts timeouts) throws HttpProtocolException {
        this.route = new HttpRoute(HttpOrigin.of(uri), proxy.orElse(null));
        this.timeouts = timeouts;
    }

    /** Whose address the connection is made to: the HTTP proxy's or the server's. */
    public String peerHost() {
        return route.peerHost();
    }

    public int peerPort() {
        return route.peerPort();
    }

    /** Whether the server's name is looked up by the proxy alone. */
    public boolean isResolvedElsewhere() {
        return route.proxy() != null;
    }

    /** Whether the way leads through an HTTP proxy that is asked for a tunnel. */
    public boolean isTunnelled() {
        return route.tunnelled();
    }

    /** Whether the server is spoken to over TLS. */
    public boolean isSecure() {
        return route.origin().secure();
    }

    /**
     * Connects to one address of the peer.
     *
     * @throws SocketTimeoutException when that takes longer than it may
     */
    public void connect(InetAddress address) throws IOException {
        boolean socks = route.proxy() != null && route.proxy().isSocks();
        InetSocketAddress peer = new InetSocketAddress(address, route.peerPort());
        Socket plain = socks ? new Socket(new Proxy(Proxy.Type.SOCKS, peer)) : new Socket();
        InetSocketAddress to = socks
                ? InetSocketAddress.createUnresolved(
                        route.origin().host(), route.origin().port())
                : peer;
        raw = plain;
        if (closed) {
            plain.close();
        }
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(timeouts.readMillis());
            plain.connect(to, timeouts.connectMillis());
            socket = plain;
        } catch (SocketTimeoutException e) {
            plain.close();
            throw new SocketTimeoutException("connecting took longer than " + timeouts.connectMillis() + " ms");
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Speaks TLS with the proxy itself, where its URL asks for that. */
    public void secureProxy(SSLSocketFactory tls) throws IOException {
        if (route.proxy() != null && route.proxy().isSecure()) {
            socket = new TlsSockets(() -> tls)
                    .secure(socket, route.proxy().host(), route.proxy().port());
        }
    }

    /** @throws HttpProxyException when the proxy will not */
    public void tunnel() throws IOException {
        ProxyTunnel.open(socket, route);
    }

    /** Greets the server and checks that its certificate is for its name. */
    public SSLSession secure(SSLSocketFactory tls) throws IOException {
        HttpOrigin origin = route.origin();
        SSLSocket secured = (SSLSocket) new TlsSockets(() -> tls).secure(socket, origin.host(), origin.port());
        socket = secured;
        return secured.getSession();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Socket open = raw;
        if (open != null) {
            open.close();
        }
    }
}
