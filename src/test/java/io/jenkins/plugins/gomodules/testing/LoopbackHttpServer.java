package io.jenkins.plugins.gomodules.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** HTTP/1.1 with keep-alive on a loopback address, plain or over TLS; remembers what it was asked. */
public abstract class LoopbackHttpServer extends LoopbackServer {

    private final RequestLog log = new RequestLog();
    private final Optional<TestCertificate> certificate;

    LoopbackHttpServer(String address, Optional<TestCertificate> certificate) throws IOException {
        super(address);
        this.certificate = certificate;
    }

    /** What a request gets. Called by the thread of its connection. */
    abstract Answer answer(RecordedRequest request, byte[] body) throws IOException, InterruptedException;

    /** Called for each connection before anything is read. */
    void greet() throws InterruptedException {}

    /** Scheme, address and port; no slash at the end, as for GOPROXY. */
    public final String url() {
        return (certificate.isPresent() ? "https" : "http") + "://" + hostPort();
    }

    /** Address and port, as a login may be bound to them. */
    public final String hostPort() {
        return address() + ":" + port();
    }

    /** All requests so far, in the order in which they came. */
    public final List<RecordedRequest> requests() {
        return log.all();
    }

    /** Requests for exactly this path. */
    public final List<RecordedRequest> requests(String path) {
        return log.of(path);
    }

    /** Waits until the path has been asked for so many times. */
    public final void awaitRequests(String path, int number) throws InterruptedException {
        log.await(path, number);
    }

    /** Forgets the requests so far; attempts begin at 1 again. */
    public final void forget() {
        log.clear();
    }

    /** Every value of the header that a client sent so far, with the path that it was sent for. */
    public final List<Offer> offers(String header) {
        return requests().stream()
                .flatMap(request -> request.header(header).map(value -> new Offer(request.path(), value)).stream())
                .toList();
    }

    @Override
    final void serve(Socket socket, int number) throws IOException, InterruptedException {
        socket.setTcpNoDelay(true);
        greet();
        if (certificate.isEmpty()) {
            converse(socket, socket, number);
        } else {
            SSLSocket tls = (SSLSocket)
                    certificate.get().serverContext().getSocketFactory().createSocket(socket, null, true);
            tls.setUseClientMode(false);
            tls.startHandshake();
            converse(tls, socket, number);
        }
    }

    private void converse(Socket channel, Socket raw, int number) throws IOException, InterruptedException {
        RequestReader reader = new RequestReader(new BufferedInputStream(channel.getInputStream()));
        AnswerWriter writer = new AnswerWriter(new BufferedOutputStream(channel.getOutputStream(), 1 << 16));
        AnswerWriter.Outcome outcome = AnswerWriter.Outcome.KEEP;
        while (outcome == AnswerWriter.Outcome.KEEP) {
            Optional<RequestReader.Head> head = reader.next();
            if (head.isEmpty()) {
                break;
            }
            RecordedRequest request = log.record(head.get(), number);
            if (request.header("Expect").isPresent()) {
                writer.goOn();
            }
            outcome = writer.send(request, answer(request, reader.body(head.get())));
        }
        if (outcome == AnswerWriter.Outcome.RESET) {
            reset(raw);
        } else {
            channel.close();
        }
    }
}
