package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
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
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Tests one entry of a GOPROXY list that is a server or a directory. */
final class ProxyProbe implements TimeLimit.Task {
    private static final int MAX_INFO_BYTES = 64 * 1024;

    /** No proxy can have it: the domain is reserved for what does not exist, RFC 6761. */
    private static final String NO_MODULE = "go-modules-test.invalid/none/@v/v1.0.0.info";

    private final ProxyList.Entry entry;
    private final ProbeSettings settings;
    private final URI uri;
    private final HttpTransport transport;
    private final HttpTrial trial;
    private final ProxyChain chain;
    private final Trail trail;

    /** @throws HttpProtocolException when its URL is none that can be asked */
    ProxyProbe(ProxyList.Entry entry, ProbeSettings settings) throws HttpProtocolException {
        this.entry = entry;
        this.settings = settings;
        ModuleVersion module = settings.module();
        this.transport =
                new HttpTransport(settings.timeouts(), settings.proxies(), () -> TrustedSockets.of(settings.trust()));
        this.chain = new ProxyChain(
                new ProxyList(List.of(entry)),
                ModulePatterns.NONE,
                settings.logins(),
                transport,
                new FetchStatistics(),
                new RetryPolicy(0, 0, 0),
                1);
        if (entry.isDirectory()) {
            this.uri = null;
            this.trial = null;
            this.trail = new Trail(entry.display(), "", module, "");
        } else {
            this.uri = entry.resolve(module.escapedPath() + "/@v/" + module.escapedVersion() + ".info");
            this.trial = new HttpTrial(uri, settings.proxies().apply(uri), settings.timeouts());
            String route = settings.proxies().apply(uri).map(Object::toString).orElse("");
            this.trail =
                    new Trail(entry.display(), route, module, HttpOrigin.of(uri).host());
        }
    }

    @Override
    public void run() throws InterruptedException {
        if (trial == null) {
            trail.attempt(Stage.MODULE, this::fetch);
            return;
        }
        ProxyInquiry inquiry = new ProxyInquiry(entry, settings.logins(), transport);
        try (HttpTrial connection = trial) {
            new Way(trail, connection, HttpOrigin.of(uri).host(), settings).go();
        } catch (IOException e) {
            // It was only to be closed.
        }
        trail.attempt(Stage.HTTP, () -> ask(inquiry));
        trail.attempt(Stage.MODULE, this::fetch);
        DatabaseProbe.run(trail, inquiry, chain, settings);
    }

    private Trail.Found ask(ProxyInquiry inquiry) throws StageFailure {
        long start = System.nanoTime();
        ProxyAnswer answer;
        try {
            String path =
                    settings.module().escapedPath() + "/@v/" + settings.module().escapedVersion() + ".info";
            answer = inquiry.ask(path, MAX_INFO_BYTES);
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
        long nanos = System.nanoTime() - start;
        List<Fact> facts = facts(answer);
        if (answer.cause() != null && answer.cause() != FetchCause.VERSION_NOT_FOUND) {
            throw new StageFailure(answer.cause().id(), answer.explanation(), answer.status(), facts);
        }
        if (answer.cause() == null) {
            String strange = AnswerReview.notAnInfo(answer, inquiry);
            if (!strange.isEmpty()) {
                throw new StageFailure(FetchCause.BAD_ANSWER.id(), strange, answer.status(), facts);
            }
            if (findsWhatIsNot(inquiry)) {
                return new Trail.Found(
                        Outcome.WARNING,
                        "it answers 200 for a module that does not exist, so that no proxy behind it would be asked",
                        facts,
                        nanos);
            }
        }
        return new Trail.Found(Outcome.OK, "", facts, nanos);
    }

    static List<Fact> facts(ProxyAnswer answer) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("status", Integer.toString(answer.status())));
        if (!answer.server().isEmpty()) {
            facts.add(new Fact("server", answer.server()));
        }
        answer.redirects().forEach(to -> facts.add(new Fact("redirect", to)));
        return facts;
    }

    private static boolean findsWhatIsNot(ProxyInquiry inquiry) {
        try {
            return inquiry.ask(NO_MODULE, 1024).status() == 200;
        } catch (IOException e) {
            // Whatever it says to that, it did not find it.
            return false;
        }
    }

    private Trail.Found fetch() throws StageFailure, InterruptedException {
        try {
            return ModuleFetch.run(chain, settings.module());
        } catch (FetchException e) {
            throw StageFailure.ofNetwork(e);
        } catch (IOException e) {
            throw new StageFailure(
                    FetchCause.ofLocalFile(e).id(),
                    "a temporary file cannot be written: " + e.getMessage(),
                    0,
                    List.of());
        }
    }

    TargetReport report() {
        return trail.finish(settings.limitMillis());
    }

    @Override
    public void close() {
        report();
        transport.close();
        try {
            if (trial != null) {
                trial.close();
            }
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }
}
