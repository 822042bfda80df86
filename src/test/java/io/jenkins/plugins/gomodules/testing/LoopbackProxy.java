package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A module proxy on loopback that tells what it was asked and answers as badly as the test wants.
 *
 * <p>HTTP/1.1 with keep-alive and Range requests, plain or over TLS. Honest until a fault is planned:
 *
 * <pre>{@code
 * try (LoopbackProxy proxy = LoopbackProxy.start(a, b)) {
 *     proxy.on(a.url("zip")).attempt(1).answer(Fault.cutAfter(100));
 *     proxy.on("*.mod").attempts(1, 2).answer(Fault.status(503).and(Fault.retryAfter("1")));
 *     … GOPROXY=proxy.url() …
 *     assertEquals(2, proxy.count(a.url("zip")));
 * }
 * }</pre>
 */
public final class LoopbackProxy extends LoopbackHttpServer {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final FaultPlan plan = new FaultPlan();
    private volatile Duration perConnection = Duration.ZERO;
    private volatile Duration perRequest = Duration.ZERO;

    private LoopbackProxy(String address, Optional<TestCertificate> certificate) throws IOException {
        super(address, certificate);
    }

    public static LoopbackProxy start(ModuleFixture... modules) throws IOException {
        return start(Arrays.asList(modules));
    }

    public static LoopbackProxy start(Collection<ModuleFixture> modules) throws IOException {
        return new LoopbackProxy("127.0.0.1", Optional.empty()).serving(modules);
    }

    /** On another loopback address, so as another host. */
    public static LoopbackProxy startAt(String address, ModuleFixture... modules) throws IOException {
        return new LoopbackProxy(address, Optional.empty()).serving(Arrays.asList(modules));
    }

    /** Over TLS with that certificate. */
    public static LoopbackProxy startTls(TestCertificate certificate, ModuleFixture... modules) throws IOException {
        return startTls("127.0.0.1", certificate, modules);
    }

    /** Over TLS on another loopback address. */
    public static LoopbackProxy startTls(String address, TestCertificate certificate, ModuleFixture... modules)
            throws IOException {
        return new LoopbackProxy(address, Optional.of(certificate)).serving(Arrays.asList(modules));
    }

    private LoopbackProxy serving(Collection<ModuleFixture> modules) {
        modules.forEach(this::add);
        listen();
        return this;
    }

    /** Serves one more module; a module of the same version is replaced. */
    public LoopbackProxy add(ModuleFixture m) {
        add(m.url("info"), m.info());
        add(m.url("mod"), m.mod());
        add(m.url("zip"), m.zip());
        files.merge(
                m.listUrl(),
                (m.version() + "\n").getBytes(StandardCharsets.UTF_8),
                (old, line) -> (new String(old, StandardCharsets.UTF_8) + new String(line, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Serves one more file; the path begins with a slash. */
    public LoopbackProxy add(String path, byte[] body) {
        files.put(path, body.clone());
        return this;
    }

    /** Serves the file no longer: 404. */
    public LoopbackProxy remove(String path) {
        files.remove(path);
        return this;
    }

    /** Plans what happens to requests for the path. A star stands for any characters, slashes too. */
    public PlannedRequests on(String path) {
        return new PlannedRequests(this, plan, path, 1, Integer.MAX_VALUE);
    }

    /** From now on honest. */
    public void heal() {
        plan.clear();
    }

    /** For benchmarks: time that a new connection, and that each answer, costs on top. */
    public LoopbackProxy latency(Duration connection, Duration request) {
        perConnection = connection;
        perRequest = request;
        return this;
    }

    /** Number of requests for exactly this path. */
    public int count(String path) {
        return requests(path).size();
    }

    @Override
    void greet() throws InterruptedException {
        pause(perConnection);
    }

    @Override
    Answer answer(RecordedRequest request, byte[] body) throws InterruptedException {
        pause(perRequest);
        Answer answer = honest(request.path());
        plan.apply(request, answer);
        return answer;
    }

    private Answer honest(String path) {
        byte[] file = files.get(path);
        if (file == null) {
            return Answer.notFound(path);
        }
        Answer answer = new Answer(200, file, contentType(path));
        answer.headers.put("ETag", "\"" + Integer.toHexString(Arrays.hashCode(file)) + "\"");
        answer.headers.put("Accept-Ranges", "bytes");
        return answer;
    }

    private static String contentType(String path) {
        if (path.endsWith(".zip")) {
            return "application/zip";
        }
        return path.endsWith(".info") ? "application/json" : "text/plain; charset=utf-8";
    }

    private static void pause(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            Thread.sleep(time.toMillis());
        }
    }
}
