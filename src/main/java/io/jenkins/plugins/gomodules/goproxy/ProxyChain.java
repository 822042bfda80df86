package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fetches files along a GOPROXY list, with the list's own rules for going on: after a comma on 404 and 410 only, after a
 * bar on any error. Modules that GONOPROXY matches are left to version control. Safe for any number of threads.
 *
 * @see <a href="https://go.dev/ref/mod#environment-variables">Go Modules Reference, GOPROXY and GONOPROXY</a>
 */
public final class ProxyChain {
    private final ProxyList list;
    private final ModulePatterns noProxy;
    private final Function<ProxyList.Entry, ProxySource> open;
    private final List<ProxySource> sources = new ArrayList<>();

    /**
     * @param logins for proxies whose URL has none
     * @param parallelism the most requests that one proxy is sent at once
     */
    public ProxyChain(
            ProxyList list,
            ModulePatterns noProxy,
            ProxyLogins logins,
            HttpTransport transport,
            FetchStatistics statistics,
            RetryPolicy policy,
            int parallelism) {
        this.list = list;
        this.noProxy = noProxy;
        this.open = entry -> source(entry, logins, transport, statistics, policy, parallelism);
        for (ProxyList.Entry entry : list.entries()) {
            sources.add(open.apply(entry));
        }
    }

    private ProxyChain(DirectorySource directory, ProxyList.Entry entry) {
        this.list = new ProxyList(List.of(entry));
        this.noProxy = ModulePatterns.NONE;
        this.open = other -> directory;
        this.sources.add(directory);
    }

    /**
     * A chain of one directory that is laid out like a proxy.
     *
     * @param name how reports call it
     */
    public static ProxyChain ofDirectory(Path directory, String name) {
        return new ProxyChain(
                new DirectorySource(directory, name),
                new ProxyList.Entry(ProxyList.Kind.PROXY, directory.toUri().toString(), false));
    }

    private static ProxySource source(
            ProxyList.Entry entry,
            ProxyLogins logins,
            HttpTransport transport,
            FetchStatistics statistics,
            RetryPolicy policy,
            int parallelism) {
        if (entry.isDirectory()) {
            return new DirectorySource(entry.directory(), entry.display());
        }
        return switch (entry.kind()) {
            case PROXY -> new HttpSource(entry, logins, transport, statistics, policy, parallelism);
            case DIRECT ->
                (path, sink) -> {
                    throw new IllegalStateException("direct is no source");
                };
            case OFF ->
                (path, sink) -> {
                    throw new FetchException(
                            FetchCause.PROXY_OFF, "off", 0, 0, "GOPROXY=off forbids to fetch it", null);
                };
        };
    }

    /**
     * Puts a file into the sink.
     *
     * @throws DirectFetchException when only version control can deliver the module
     * @throws FetchException when no proxy delivers the file; it speaks of the failure that matters most
     * @throws InterruptedException when the fetching is to end
     */
    public Fetched fetch(ModuleFile file, Sink sink) throws IOException, InterruptedException {
        if (noProxy.matches(file.module().path())) {
            throw new DirectFetchException(file.module(), "GONOPROXY keeps it from proxies");
        }
        List<FetchException> failures = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            ProxyList.Entry entry = list.entries().get(i);
            if (entry.kind() == ProxyList.Kind.DIRECT) {
                throw new DirectFetchException(
                        file.module(),
                        failures.isEmpty() ? "GOPROXY says direct" : "no proxy has it: " + tell(failures));
            }
            try {
                return sources.get(i).fetch(file.path(), sink);
            } catch (FetchException e) {
                failures.add(e);
                if (e.reason() != FetchCause.VERSION_NOT_FOUND && !entry.fallBackOnAnyError()) {
                    break;
                }
                restart(sink, e);
            }
        }
        throw summary(failures);
    }

    /**
     * Puts into the sink what the proxies behind one of them in the list have of a file: the first of them that has it. None
     * behind {@code direct} or {@code off} is asked.
     *
     * @param proxy the one that has been asked already, as {@link Fetched#proxy} calls it
     * @return nothing if there is none behind it
     * @throws FetchException when none of them delivers the file; it speaks of the last one
     * @throws InterruptedException when the fetching is to end
     */
    public Optional<Fetched> fetchBehind(String proxy, ModuleFile file, Sink sink)
            throws IOException, InterruptedException {
        if (noProxy.matches(file.module().path())) {
            return Optional.empty();
        }
        FetchException failure = null;
        boolean behind = false;
        for (int i = 0; i < sources.size(); i++) {
            ProxyList.Entry entry = list.entries().get(i);
            if (entry.kind() != ProxyList.Kind.PROXY) {
                break;
            }
            if (behind) {
                try {
                    return Optional.of(sources.get(i).fetch(file.path(), sink));
                } catch (FetchException e) {
                    failure = e;
                    restart(sink, e);
                }
            }
            behind |= entry.display().equals(proxy);
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }

    /**
     * Where a checksum database is asked: at its URL if it has one, else through these proxies, else at {@code https://name}.
     *
     * @param name {@code host} or {@code host/path}
     * @param url one that is used and no other, or {@code ""}
     * @throws InvalidProxyListException when it is no URL
     */
    public SumDbSource sumDb(String name, String url) {
        String direct = url.isEmpty() ? "https://" + name : url;
        String problem = ProxyUrl.problem(direct);
        if (!problem.isEmpty()) {
            throw new InvalidProxyListException("GOSUMDB: the URL of the checksum database cannot be used: " + problem);
        }
        ProxySource source = open.apply(new ProxyList.Entry(ProxyList.Kind.PROXY, direct, false));
        return url.isEmpty()
                ? new SumDbSource(name, list.entries(), sources, source)
                : new SumDbSource(name, List.of(), List.of(), source);
    }

    private static void restart(Sink sink, FetchException e) throws FetchException {
        try {
            sink.restart();
        } catch (IOException disk) {
            throw new FetchException(
                    FetchCause.ofLocalFile(disk),
                    "",
                    0,
                    e.attempts(),
                    "cannot be written to disk: " + disk.getMessage(),
                    disk);
        }
    }

    /** "Not found" says little: another proxy may have had it, had it only answered. That the list ends says least. */
    private static FetchException summary(List<FetchException> failures) {
        FetchException main = failures.get(0);
        int attempts = 0;
        for (FetchException failure : failures) {
            attempts += failure.attempts();
            if (main.reason() == FetchCause.VERSION_NOT_FOUND && failure.reason() != FetchCause.PROXY_OFF) {
                main = failure;
            }
        }
        return failures.size() == 1
                ? main
                : new FetchException(main.reason(), main.proxy(), main.status(), attempts, tell(failures), main);
    }

    private static String tell(List<FetchException> failures) {
        StringBuilder text = new StringBuilder();
        for (FetchException failure : failures) {
            text.append(text.length() == 0 ? "" : "; ").append(failure.getMessage());
        }
        return text.toString();
    }
}
