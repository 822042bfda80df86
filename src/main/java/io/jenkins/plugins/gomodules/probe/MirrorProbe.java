package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Subject;
import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyAnswer;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyInquiry;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpOrigin;
import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.http.HttpTrial;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures one proxy: how soon it answers, and how fast a zip comes. */
final class MirrorProbe {
    private static final int SAMPLES = 5;
    private static final int MAX_INFO_BYTES = 64 * 1024;
    private static final long ENOUGH_BYTES = 256 * 1024;

    private final ProbeSettings settings;
    private final ProxyInquiry inquiry;
    private final ProxyChain chain;
    private final HttpTransport transport;
    private final HttpTrial trial;
    private final Trail trail;
    private final String host;
    private final String name;
    private final String infoPath;
    private volatile long setUpNanos;
    private volatile long roundTripNanos;
    private volatile boolean ready;
    private final CountingSink zip = new CountingSink();

    MirrorProbe(ProxyList.Entry entry, ProbeSettings settings) throws HttpProtocolException {
        this.settings = settings;
        this.name = entry.display();
        this.infoPath =
                settings.module().escapedPath() + "/@v/" + settings.module().escapedVersion() + ".info";
        URI uri = entry.resolve(infoPath);
        this.host = HttpOrigin.of(uri).host();
        this.transport =
                new HttpTransport(settings.timeouts(), settings.proxies(), () -> TrustedSockets.of(settings.trust()));
        this.trial = new HttpTrial(uri, settings.proxies().apply(uri), settings.timeouts());
        this.inquiry = new ProxyInquiry(entry, settings.logins(), transport);
        this.chain = new ProxyChain(
                new ProxyList(List.of(entry)),
                ModulePatterns.NONE,
                settings.logins(),
                transport,
                new FetchStatistics(),
                new RetryPolicy(0, 0, 0),
                1);
        String route = settings.proxies().apply(uri).map(Object::toString).orElse("");
        this.trail = new Trail(name, route, settings.module(), host);
    }

    String name() {
        return name;
    }

    /** The first half: the way to it, and small files. */
    TimeLimit.Task roundTrips() {
        return new Step() {
            @Override
            public void run() throws InterruptedException {
                long start = System.nanoTime();
                try (HttpTrial connection = trial) {
                    new Way(trail, connection, host, settings).go();
                } catch (IOException e) {
                    // It was only to be closed.
                }
                setUpNanos = System.nanoTime() - start;
                trail.attempt(Stage.HTTP, MirrorProbe.this::ask);
                ready = true;
            }
        };
    }

    /** The second half: a zip. */
    TimeLimit.Task download() {
        return new Step() {
            @Override
            public void run() throws InterruptedException {
                if (ready) {
                    trail.attempt(Stage.MODULE, MirrorProbe.this::fetch);
                }
            }
        };
    }

    /** Ends with the probe: the connection goes from one half to the other. */
    private abstract static class Step implements TimeLimit.Task {
        @Override
        public void close() {
            // The probe is closed when both halves are done.
        }
    }

    private Trail.Found ask() throws StageFailure {
        List<Long> samples = new ArrayList<>();
        try {
            // The first request opens the connection, and the proxy may have to fetch the file itself.
            for (int i = 0; i <= SAMPLES; i++) {
                long start = System.nanoTime();
                ProxyAnswer answer = inquiry.ask(infoPath, MAX_INFO_BYTES);
                if (answer.cause() != null) {
                    throw new StageFailure(answer.cause().id(), answer.explanation(), answer.status(), List.of());
                }
                String strange = AnswerReview.notAnInfo(answer, inquiry);
                if (!strange.isEmpty()) {
                    throw new StageFailure(FetchCause.BAD_ANSWER.id(), strange, answer.status(), List.of());
                }
                if (i > 0) {
                    samples.add(System.nanoTime() - start);
                }
            }
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
        Collections.sort(samples);
        roundTripNanos = samples.get(SAMPLES / 2);
        return new Trail.Found(Outcome.OK, "", List.of());
    }

    private Trail.Found fetch() throws StageFailure, InterruptedException {
        zip.start();
        try {
            chain.fetch(new ModuleFile(settings.module(), ModuleFile.Kind.ZIP), zip);
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
        return new Trail.Found(Outcome.OK, "", List.of());
    }

    /** What came of it; nothing is added afterwards. */
    MirrorMeasure measure() {
        TargetReport report = trail.finish(settings.limitMillis() / 2);
        long setUp = setUpNanos / 1000;
        long roundTrip = roundTripNanos / 1000;
        boolean whole = report.stage(Stage.MODULE)
                .filter(each -> each.outcome() == Outcome.OK)
                .isPresent();
        // A zip that was still arriving when its time was up tells how fast it came, too.
        if (roundTrip == 0 || zip.size() == 0 || !whole && zip.size() < ENOUGH_BYTES) {
            return new MirrorMeasure(name, setUp, roundTrip, 0, 0, Long.MAX_VALUE, why(report));
        }
        long rate = zip.bytesPerSecond(roundTripNanos);
        return new MirrorMeasure(
                name,
                setUp,
                roundTrip,
                rate,
                zip.size(),
                MirrorComparison.estimateMillis(setUp, roundTrip, rate),
                null);
    }

    private Cause why(TargetReport report) {
        return report.failure()
                .map(StageReport::cause)
                .orElseGet(() -> Classifier.standard()
                        .describe(
                                FetchCause.NETWORK_TIMEOUT.id(),
                                new Subject("", "", "", host, "", 0, ""),
                                "no file came before the time was up"));
    }

    void close() {
        // What fails because of this is no finding.
        trail.finish(settings.limitMillis() / 2);
        transport.close();
        try {
            trial.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }
}
