package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** The go.mod files of dependencies, each got once. Used only by tasks of one {@link SerialQueue}. */
final class SummaryCache {
    /** Far more than any graph has; a proxy that makes up versions without end has to be stopped some time. */
    static final int MOST_FILES = 100_000;

    private final MainModules mains;
    private final GoModLoader loader;
    private final Executor queue;
    /** By the module that is fetched, with its directory as the path for a local replacement. */
    private final Map<ModuleVersion, Entry> entries = new HashMap<>();

    private final Map<ModuleVersion, ModuleVersion> names = new ConcurrentHashMap<>();

    SummaryCache(MainModules mains, GoModLoader loader, Executor queue) {
        this.mains = mains;
        this.loader = loader;
        this.queue = queue;
    }

    /** A go.mod file that is there, or on its way, or failed. */
    static final class Entry {
        final ModuleSource source;
        ModSummary summary;
        Throwable failure;
        private List<Runnable> waiting = new ArrayList<>(1);

        Entry(ModuleSource source) {
            this.source = source;
        }

        boolean isDone() {
            return waiting == null;
        }

        /** Adds a task to run when the entry is done, which it is not yet. */
        void whenDone(Runnable task) {
            waiting.add(task);
        }

        private void done(ModSummary s, Throwable f) {
            summary = s;
            failure = f;
            List<Runnable> tasks = waiting;
            waiting = null;
            for (Runnable task : tasks) {
                task.run();
            }
        }
    }

    /** The go.mod file of a required module, after replacement; starts to get it if this is the first time. */
    Entry get(ModuleVersion module) {
        ModuleSource source = mains.source(module);
        ModuleVersion key = source.isLocal()
                ? new ModuleVersion(source.directory().orElseThrow().toString(), "")
                : source.module();
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = new Entry(source);
            entries.put(key, entry);
            start(entry, module);
        }
        return entry;
    }

    /** The modules whose go.mod file was fetched. */
    void addFetched(Set<ModuleVersion> fetched) {
        for (Entry entry : entries.values()) {
            if (!entry.source.isLocal()) {
                fetched.add(entry.source.module());
            }
        }
    }

    private void start(Entry entry, ModuleVersion required) {
        if (entries.size() > MOST_FILES) {
            entry.done(null, new IllegalStateException("the module graph has more than " + MOST_FILES + " modules"));
            return;
        }
        if (entry.source.isLocal()) {
            try {
                entry.done(summarize(readLocal(entry.source, required)), null);
            } catch (IOException e) {
                entry.done(null, e);
            }
            return;
        }
        CompletableFuture<GoMod> loading;
        try {
            loading = loader.load(entry.source.module());
        } catch (RuntimeException e) {
            entry.done(null, e);
            return;
        }
        loading.whenComplete(new Arrival(entry));
    }

    /** Takes what the loader gives over to the queue, summarized on whichever thread brings it. */
    private final class Arrival implements BiConsumer<GoMod, Throwable>, Runnable {
        private final Entry entry;
        private ModSummary summary;
        private Throwable failure;

        Arrival(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void accept(GoMod goMod, Throwable failed) {
            try {
                summary = goMod == null ? null : summarize(goMod);
                failure = goMod == null ? reason(failed) : null;
            } catch (RuntimeException | Error e) {
                failure = e; // Nobody looks at what is thrown here, and the graph would wait for ever.
            }
            queue.execute(this);
        }

        private Throwable reason(Throwable failed) {
            if (failed == null) {
                return new IllegalStateException("the loader gave neither a go.mod file nor a reason");
            }
            boolean wrapped = failed instanceof CompletionException && failed.getCause() != null;
            return wrapped ? failed.getCause() : failed;
        }

        @Override
        public void run() {
            entry.done(summary, failure);
        }
    }

    /** Summarizes a go.mod file; on any thread. */
    ModSummary summarize(GoMod goMod) {
        return new ModSummary(goMod, mains.excludes(), names);
    }

    private static GoMod readLocal(ModuleSource source, ModuleVersion required) throws GoModException {
        Path file = source.directory().orElseThrow().resolve("go.mod");
        try {
            return GoMod.parseDependency(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new GoModException(
                    GoModException.MISSING,
                    required.path() + " is replaced by the directory "
                            + source.directory().orElseThrow() + " ("
                            + source.replacedBy().orElseThrow() + "), but there is no go.mod. Check out that directory"
                            + " too, or correct the replace line.",
                    e);
        } catch (ModFileException e) {
            throw new GoModException(GoModException.SYNTAX, e.getMessage(), e);
        } catch (IOException e) {
            throw new GoModException(GoModException.MISSING, file + " cannot be read: " + e, e);
        }
    }
}
