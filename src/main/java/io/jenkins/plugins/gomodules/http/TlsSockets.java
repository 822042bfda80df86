package io.jenkins.plugins.gomodules.http;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS on connections, and makes sure that the certificate is for the host that was asked for. */
final class TlsSockets {
    private final Supplier<SSLSocketFactory> factory;

    /** @param factory asked at the first secure connection: what it loads costs a plain one nothing */
    TlsSockets(Supplier<SSLSocketFactory> factory) {
        this.factory = factory;
    }

    Socket secure(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) factory.get().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
