package io.jenkins.plugins.gomodules.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks an HTTP proxy to connect through to a server: CONNECT, RFC 9110 section 9.3.6. */
final class ProxyTunnel {
    private ProxyTunnel() {}

    /** @throws HttpProxyException when the proxy will not */
    static void open(Socket socket, HttpRoute route) throws IOException {
        String authority = route.origin().authority();
        StringBuilder head = new StringBuilder(128);
        head.append("CONNECT ")
                .append(authority)
                .append(" HTTP/1.1\r\nHost: ")
                .append(authority)
                .append("\r\n");
        String authorization = route.proxy().authorization();
        if (!authorization.isEmpty()) {
            head.append("Proxy-Authorization: ").append(authorization).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        SocketInput in = new SocketInput(socket);
        ResponseHead answer = ResponseHead.read(in);
        if (answer.status() / 100 != 2) {
            throw new HttpProxyException(
                    "the HTTP proxy " + route.proxy() + " answered " + answer.status() + " to CONNECT " + authority
                            + (answer.status() == 407 ? "; it wants a user name and password" : ""),
                    answer.status());
        }
        if (in.hasBuffered()) {
            throw new HttpProtocolException(
                    "the HTTP proxy " + route.proxy() + " sent data before the tunnel was used");
        }
    }
}
