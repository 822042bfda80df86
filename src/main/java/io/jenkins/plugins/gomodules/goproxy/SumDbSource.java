package io.jenkins.plugins.gomodules.goproxy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The way to a checksum database. A proxy that passes it on says so at {@code sumdb/<name>/supported}, and is then the only
 * one that is asked; one that answers 404 or 410 there does not, and the next of the GOPROXY list is asked, as it is after
 * any error behind a bar. When the list ends, or comes to {@code direct} or {@code off}, the database itself is asked. Any
 * other answer means that the database cannot be reached. Safe for any number of threads.
 *
 * @see <a href="https://go.dev/design/25530-sumdb#proxying-a-checksum-database">Proxying a checksum database</a>
 */
public final class SumDbSource {
    /** What a proxy says beside that it supports the database is of no interest. */
    private static final int MAX_SUPPORTED_BYTES = 1 << 20;

    /** Who is asked, and below which path; or why nobody can be. */
    private record Way(ProxySource source, String prefix, FetchException failure) {}

    private final String prefix;
    private final List<ProxyList.Entry> entries;
    private final List<ProxySource> sources;
    private final ProxySource direct;
    private final FutureTask<Way> way = new FutureTask<>(this::find);

    /** @param entries of the GOPROXY list, and for each who answers for it */
    SumDbSource(String name, List<ProxyList.Entry> entries, List<ProxySource> sources, ProxySource direct) {
        this.prefix = "sumdb/" + name + "/";
        this.entries = entries;
        this.sources = sources;
        this.direct = direct;
    }

    /**
     * Fetches what the database has at a path.
     *
     * @param path escaped, without a slash in front
     * @param limit the most bytes that it may have
     * @throws FetchException when it is not to be had; the reason tells what is not there from what cannot be reached
     * @throws InterruptedException when the fetching is to end
     */
    public byte[] fetch(String path, int limit) throws FetchException, InterruptedException {
        way.run();
        Way found;
        try {
            found = way.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the prefetch was stopped");
            }
            throw new IllegalStateException(e.getCause());
        }
        if (found.failure != null) {
            FetchException why = found.failure;
            throw new FetchException(why.reason(), why.proxy(), why.status(), why.attempts(), why.getMessage(), why);
        }
        MemorySink sink = new MemorySink(limit);
        found.source.fetch(found.prefix + path, sink);
        return sink.toByteArray();
    }

    private Way find() throws InterruptedException {
        FetchException failure = null;
        for (int i = 0; i < entries.size(); i++) {
            ProxyList.Entry entry = entries.get(i);
            if (entry.kind() == ProxyList.Kind.DIRECT) {
                return new Way(direct, "", null);
            }
            if (entry.kind() == ProxyList.Kind.OFF) {
                break;
            }
            try {
                sources.get(i).fetch(prefix + "supported", new MemorySink(MAX_SUPPORTED_BYTES));
                return new Way(sources.get(i), prefix, null);
            } catch (FetchException e) {
                if (e.reason() != FetchCause.VERSION_NOT_FOUND) {
                    failure = e;
                    if (!entry.fallBackOnAnyError()) {
                        break;
                    }
                }
            }
        }
        // As in the go command, a proxy that failed is not forgotten by one after it that has no such thing.
        return failure == null ? new Way(direct, "", null) : new Way(null, "", failure);
    }
}
