package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP proxy in the sense of HTTPS_PROXY, on loopback: CONNECT tunnels and absolute-form requests, both recorded. It
 * reaches nothing but loopback, whatever name it is asked for, so that a test may use host names that do not exist: a
 * name that is {@link #map mapped} is at its server, any other at the same port of 127.0.0.1.
 */
public final class LoopbackForwardProxy extends LoopbackServer {

    private final RequestLog log = new RequestLog();
    private final Map<String, LoopbackServer> mapped = new ConcurrentHashMap<>();
    private final Optional<String> authorization;

    private LoopbackForwardProxy(Optional<String> authorization) throws IOException {
        this.authorization = authorization;
    }

    public static LoopbackForwardProxy start() throws IOException {
        LoopbackForwardProxy proxy = new LoopbackForwardProxy(Optional.empty());
        proxy.listen();
        return proxy;
    }

    /** Answers 407 unless Proxy-Authorization is exactly this. */
    public static LoopbackForwardProxy startWithAuthorization(String authorization) throws IOException {
        LoopbackForwardProxy proxy = new LoopbackForwardProxy(Optional.of(authorization));
        proxy.listen();
        return proxy;
    }

    /** For HTTP_PROXY and HTTPS_PROXY. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** From now on the server is what answers for "name:port", for example "git.corp.example:443". */
    public LoopbackForwardProxy map(String authority, LoopbackServer server) {
        mapped.put(authority, server);
        return this;
    }

    /** What passed, in order. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    @Override
    void serve(Socket socket, int number) throws IOException, InterruptedException {
        Optional<RequestReader.Head> head = new RequestReader(socket.getInputStream()).next();
        if (head.isEmpty()) {
            return;
        }
        RecordedRequest request = log.record(head.get(), number);
        if (authorization.isPresent() && !request.header("Proxy-Authorization").equals(authorization)) {
            Answer answer = new Answer(407, new byte[0], "text/plain");
            answer.headers.put("Proxy-Authenticate", "Basic realm=\"test\"");
            answer.close = true;
            new AnswerWriter(socket.getOutputStream()).send(request, answer);
        } else if (request.method().equals("CONNECT")) {
            try (Socket target = connect(request.target())) {
                send(socket.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
                relay(socket, target);
            }
        } else {
            URI uri = URI.create(request.target());
            try (Socket target = connect(uri.getHost() + ":" + (uri.getPort() < 0 ? 80 : uri.getPort()))) {
                send(target.getOutputStream(), originForm(request, uri));
                relay(socket, target);
            }
        }
    }

    private Socket connect(String authority) throws IOException {
        LoopbackServer server = mapped.get(authority);
        return server != null
                ? new Socket(server.address(), server.port())
                : new Socket("127.0.0.1", Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1)));
    }

    /** The request as the origin server reads it; one request a connection. */
    private static String originForm(RecordedRequest request, URI uri) {
        StringBuilder head = new StringBuilder(request.method() + " " + uri.getRawPath() + " HTTP/1.1\r\n");
        request.headers().forEach((name, value) -> {
            if (!name.startsWith("proxy-") && !name.equals("connection")) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return head + "connection: close\r\n\r\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void relay(Socket client, Socket target) throws IOException, InterruptedException {
        Thread up = spawn("loopback-up", () -> copy(client, target));
        copy(target, client);
        up.join();
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }
}
