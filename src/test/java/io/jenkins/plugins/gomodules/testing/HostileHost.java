package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An HTTPS host that wants every login it can get: it answers whatever it is asked with 401 and every scheme there is
 * (Negotiate from the second time on). What it is {@link #offered} must be nothing. Its counterpart for SSH is {@link SshGitServer#startHostile}.
 */
public final class HostileHost extends LoopbackHttpServer {

    private static final List<String> SECRETIVE = List.of("Authorization", "Proxy-Authorization", "Cookie");

    private HostileHost(String address, TestCertificate certificate) throws IOException {
        super(address, Optional.of(certificate));
    }

    public static HostileHost start(String address, TestCertificate certificate) throws IOException {
        HostileHost host = new HostileHost(address, certificate);
        host.listen();
        return host;
    }

    /** Every login that a client has shown so far, in whatever header. */
    public List<Offer> offered() {
        List<Offer> all = new ArrayList<>();
        SECRETIVE.forEach(header -> all.addAll(offers(header)));
        return all;
    }

    @Override
    Answer answer(RecordedRequest request, byte[] body) {
        Answer answer = new Answer(401, new byte[0], "text/plain");
        // Git would prefer Negotiate, for which it has nothing, and then show nothing at all.
        String schemes = "Basic realm=\"all\", Bearer realm=\"all\"" + (request.attempt() > 1 ? ", Negotiate" : "");
        answer.headers.put("WWW-Authenticate", schemes);
        return answer;
    }
}
