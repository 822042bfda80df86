package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.ProxyAnswer;
import io.jenkins.plugins.gomodules.goproxy.ProxyInquiry;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.http.HttpOrigin;
import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.http.HttpTrial;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tests a Git host over HTTPS: asks what the go command asks when it looks for a module's repository. */
final class GitHttpsProbe implements TimeLimit.Task {
    private static final int MAX_BYTES = 64 * 1024;

    private final ProbeSettings settings;
    private final ProxyList.Entry entry;
    private final String path;
    private final HttpTransport transport;
    private final HttpTrial trial;
    private final Trail trail;
    private final String host;

    GitHttpsProbe(GitHost git, ProbeSettings settings) {
        this.settings = settings;
        this.path = git.path();
        String base = new GitHost(git.host(), git.port(), "", false, "").name();
        this.entry = new ProxyList.Entry(ProxyList.Kind.PROXY, base, false);
        URI uri = entry.resolve(path);
        try {
            this.host = HttpOrigin.of(uri).host();
            this.trial = new HttpTrial(uri, settings.proxies().apply(uri), settings.timeouts());
        } catch (HttpProtocolException e) {
            throw new IllegalArgumentException("host: " + e.getMessage(), e);
        }
        this.transport =
                new HttpTransport(settings.timeouts(), settings.proxies(), () -> TrustedSockets.of(settings.trust()));
        String route = settings.proxies().apply(uri).map(Object::toString).orElse("");
        this.trail = new Trail(git.name(), route, null, host);
    }

    @Override
    public void run() throws InterruptedException {
        try (HttpTrial connection = trial) {
            new Way(trail, connection, host, settings).go();
        } catch (IOException e) {
            // It was only to be closed.
        }
        trail.attempt(Stage.HTTP, this::ask);
    }

    private Trail.Found ask() throws StageFailure {
        ProxyInquiry inquiry = new ProxyInquiry(entry, settings.logins(), transport);
        ProxyAnswer answer;
        try {
            answer = inquiry.ask(path + "?go-get=1", MAX_BYTES);
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
        List<Fact> facts = new ArrayList<>(ProxyProbe.facts(answer));
        // A host may well have nothing there for a stranger: it answers, and repositories are another matter.
        if (answer.cause() != null && answer.cause() != FetchCause.VERSION_NOT_FOUND) {
            throw new StageFailure(answer.cause().id(), answer.explanation(), answer.status(), facts);
        }
        String imports = inquiry.mask(goImport(new String(answer.body(), StandardCharsets.UTF_8)));
        if (!imports.isEmpty()) {
            facts.add(new Fact("go-import", imports));
        }
        return new Trail.Found(Outcome.OK, "", facts);
    }

    /** The content of the tag {@code <meta name="go-import" content="…">}; {@code ""} if there is none. */
    private static String goImport(String page) {
        int name = page.toLowerCase(Locale.ROOT).indexOf("name=\"go-import\"");
        int content = name < 0 ? -1 : page.indexOf("content=\"", name);
        int close = name < 0 ? -1 : page.indexOf('>', name);
        int end = content < 0 || content > close ? -1 : page.indexOf('"', content + 9);
        return end < 0 ? "" : page.substring(content + 9, end);
    }

    TargetReport report() {
        return trail.finish(settings.limitMillis());
    }

    @Override
    public void close() {
        report();
        transport.close();
        try {
            trial.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }
}
