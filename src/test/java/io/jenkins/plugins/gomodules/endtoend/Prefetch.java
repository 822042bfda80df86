package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.goenv.ProcessVariables;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogin;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.prefetch.Engine;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Prefetcher;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** One run of the native engine, in an environment like the one that {@link GoTool} runs in. */
final class Prefetch {

    private final Path project;
    private final Path cache;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> console = new CopyOnWriteArrayList<>();
    private ProxyLogins logins = ProxyLogins.NONE;
    private UnaryOperator<PrefetchOptions.Builder> options = UnaryOperator.identity();

    private Prefetch(Path home, Path project, Path cache) {
        this.project = project;
        this.cache = cache;
        environment.putAll(GoTool.cleanEnvironment(home));
    }

    static Prefetch of(Path home, Path project, Path cache) {
        return new Prefetch(home, project, cache);
    }

    /** The environment variable GOPROXY. */
    Prefetch proxy(String goproxy) {
        return with("GOPROXY", goproxy);
    }

    /** An environment variable; an empty value removes it. */
    Prefetch with(String name, String value) {
        if (value.isEmpty()) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
        return this;
    }

    /** Logins for proxies. */
    Prefetch logins(ProxyLogin... bound) {
        logins = ProxyLogins.of(List.of(bound));
        return this;
    }

    /** Other options than the defaults. */
    Prefetch options(UnaryOperator<PrefetchOptions.Builder> more) {
        UnaryOperator<PrefetchOptions.Builder> before = options;
        options = builder -> more.apply(before.apply(builder));
        return this;
    }

    PrefetchReport run() throws InterruptedException {
        PrefetchOptions.Builder builder = PrefetchOptions.builder()
                .dirs(List.of(project.toString()))
                .engine(Engine.NATIVE)
                .setting("GOMODCACHE", cache.toString(), "test");
        return new Prefetcher(ProcessVariables.of(environment), console::add, logins)
                .run(project, options.apply(builder).build());
    }

    /** Fails the test, with all failures, unless everything was had. */
    PrefetchReport succeed() throws InterruptedException {
        PrefetchReport report = run();
        if (!report.succeeded()) {
            throw new AssertionError("prefetch failed: " + report.failures() + "\n" + String.join("\n", console));
        }
        return report;
    }

    /** What was printed so far. */
    List<String> console() {
        return List.copyOf(console);
    }
}
