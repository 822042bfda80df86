package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.ServerText;
import io.jenkins.plugins.gomodules.http.HttpProxyException;
import io.jenkins.plugins.gomodules.http.HttpTrial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** The stages until a server could be sent a request: name, connection, tunnel, TLS. */
final class Way {
    /** A host with more addresses is not tried at all of them: each may take its time. */
    private static final int MAX_ADDRESSES = 4;

    private static final int SOON_DAYS = 14;

    private final Trail trail;
    private final HttpTrial trial;
    private final String host;
    private final ProbeSettings settings;
    private List<InetAddress> addresses = List.of();

    /** @param host the server's, in lower case */
    Way(Trail trail, HttpTrial trial, String host, ProbeSettings settings) {
        this.trail = trail;
        this.trial = trial;
        this.host = host;
        this.settings = settings;
    }

    void go() throws InterruptedException {
        trail.attempt(Stage.RESOLVE, this::resolve);
        trail.attempt(Stage.CONNECT, this::connect);
        if (trial.isTunnelled()) {
            trail.attempt(Stage.TUNNEL, this::tunnel);
        }
        if (trial.isSecure()) {
            trail.attempt(Stage.TLS, this::secure);
        }
    }

    private Trail.Found resolve() throws StageFailure, InterruptedException {
        try {
            addresses = Lookup.addresses(trial.peerHost(), settings.timeouts().connectMillis());
        } catch (IOException e) {
            throw new StageFailure(
                    trial.isResolvedElsewhere() ? "http-proxy-failure" : "dns-failure",
                    trial.peerHost() + ": " + StageFailure.ofNetwork(e).getMessage(),
                    0,
                    List.of());
        }
        String message = trial.isResolvedElsewhere() ? "the HTTP proxy " + trial.peerHost() : "";
        return new Trail.Found(Outcome.OK, message, List.of(Lookup.fact(addresses)));
    }

    private Trail.Found connect() throws StageFailure {
        List<Fact> facts = new ArrayList<>();
        IOException first = null;
        for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), MAX_ADDRESSES))) {
            String shown = address.getHostAddress() + " port " + trial.peerPort();
            try {
                trial.connect(address);
                facts.add(0, new Fact("address", shown));
                return new Trail.Found(first == null ? Outcome.OK : Outcome.WARNING, "", facts);
            } catch (IOException e) {
                // One address alone is named by the failure itself.
                if (addresses.size() == 1) {
                    first = e;
                    break;
                }
                facts.add(new Fact(
                        "unreachable", shown + ": " + StageFailure.ofNetwork(e).getMessage()));
                first = first == null ? e : first;
            }
        }
        String id = trial.isResolvedElsewhere()
                ? "http-proxy-failure"
                : FetchCause.ofNetwork(first).id();
        throw new StageFailure(
                id,
                trial.peerHost() + " port " + trial.peerPort() + ": "
                        + StageFailure.ofNetwork(first).getMessage(),
                0,
                facts);
    }

    private Trail.Found tunnel() throws StageFailure {
        try {
            trial.secureProxy(new CertificateRecorder(settings.trust().manager()).sockets());
            trial.tunnel();
            return new Trail.Found(Outcome.OK, "", List.of());
        } catch (IOException e) {
            throw new StageFailure(
                    "http-proxy-failure", StageFailure.ofNetwork(e).getMessage(), status(e), List.of());
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static int status(IOException e) {
        return e instanceof HttpProxyException refusal ? refusal.status() : 0;
    }

    private Trail.Found secure() throws StageFailure {
        CertificateRecorder recorder;
        Instant now = Instant.now();
        try {
            recorder = new CertificateRecorder(settings.trust().manager());
            try {
                trial.secure(recorder.sockets());
            } catch (IOException e) {
                throw distrust(recorder, e, now);
            }
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
        List<Fact> facts = CertificateText.facts(recorder, now);
        String suspicion = Interception.suspicion(host, recorder.chain());
        long days = recorder.chain().isEmpty()
                ? Long.MAX_VALUE
                : CertificateText.daysLeft(recorder.chain().get(0), now);
        if (!suspicion.isEmpty()) {
            return new Trail.Found(Outcome.WARNING, suspicion, facts);
        }
        return days < SOON_DAYS
                ? new Trail.Found(Outcome.WARNING, "the certificate expires in " + days + " days", facts)
                : new Trail.Found(Outcome.OK, "", facts);
    }

    private StageFailure distrust(CertificateRecorder recorder, IOException e, Instant now) {
        List<X509Certificate> chain = recorder.chain();
        List<Fact> facts = chain.isEmpty() ? List.of() : CertificateText.facts(recorder, now);
        if (recorder.refusal() != null) {
            String suspicion = Interception.suspicion(host, chain);
            return new StageFailure(
                    FetchCause.TLS_UNTRUSTED.id(),
                    "the certificate is not trusted: " + CertificateText.reason(recorder, now)
                            + (suspicion.isEmpty() ? "" : ". Besides, " + suspicion),
                    0,
                    facts);
        }
        if (e instanceof SocketTimeoutException) {
            return new StageFailure(
                    FetchCause.NETWORK_TIMEOUT.id(), "the server does not answer the TLS greeting", 0, facts);
        }
        String said = ServerText.clean(String.valueOf(e.getMessage()));
        if (e instanceof SSLException && said.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return new StageFailure(FetchCause.BAD_ANSWER.id(), "the server does not speak TLS at this port", 0, facts);
        }
        return StageFailure.ofNetwork(e, facts);
    }

    private static StageFailure unusable(GeneralSecurityException e) {
        return new StageFailure(
                FetchCause.TLS_UNTRUSTED.id(),
                "this Java's store of trusted certificates cannot be used: "
                        + ServerText.clean(String.valueOf(e.getMessage())),
                0,
                List.of());
    }
}
