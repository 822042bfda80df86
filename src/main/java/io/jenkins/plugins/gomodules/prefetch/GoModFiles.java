package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.DirectFetchException;
import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modgraph.GoModLoader;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The go.mod files of dependencies: from the cache or a proxy, verified, each once. */
final class GoModFiles implements GoModLoader {
    /** The go command reads no larger go.mod file. */
    private static final long MAX_BYTES = 16L << 20;

    private final Session session;
    private final Trust trust;
    private final Map<ModuleVersion, CompletableFuture<GoMod>> files = new ConcurrentHashMap<>();
    private final Map<ModuleVersion, DirectFetchException> direct = new ConcurrentHashMap<>();

    GoModFiles(Session session, Trust trust) {
        this.session = session;
        this.trust = trust;
    }

    @Override
    public CompletableFuture<GoMod> load(ModuleVersion module) {
        return files.computeIfAbsent(
                module, wanted -> session.workers().submit(Workers.Turn.GRAPH, () -> read(wanted)));
    }

    private GoMod read(ModuleVersion module) throws IOException, InterruptedException {
        try {
            byte[] bytes = bytes(module);
            session.outcome().goModRead();
            return GoMod.parseDependency(module + "/go.mod", bytes);
        } catch (DirectFetchException e) {
            direct.put(module, e);
            throw e;
        }
    }

    private byte[] bytes(ModuleVersion module) throws IOException, InterruptedException {
        Optional<byte[]> cached = session.cache().readMod(module);
        if (cached.isPresent()) {
            trust.check(module, Trust.Part.GO_MOD, DirHash.ofGoMod(cached.get()), "the module cache");
            return cached.get();
        }
        trust.requireVouched(module, Trust.Part.GO_MOD);
        MemorySink sink = new MemorySink(MAX_BYTES);
        Fetched fetched = session.origins().fetch(new ModuleFile(module, ModuleFile.Kind.MOD), sink);
        byte[] bytes = sink.toByteArray();
        trust.check(module, Trust.Part.GO_MOD, DirHash.ofGoMod(bytes), fetched.proxy());
        session.cache().writeMod(module, bytes);
        return bytes;
    }

    /** The modules whose go.mod only version control can deliver. They are forgotten, so that they can be asked again. */
    List<ModuleVersion> takeDirect() {
        List<ModuleVersion> modules = new ArrayList<>(direct.keySet());
        modules.sort(null);
        modules.forEach(files::remove);
        direct.clear();
        return modules;
    }

    /** Every go.mod file that has been read, sorted. */
    List<ModuleVersion> loaded() {
        List<ModuleVersion> modules = new ArrayList<>();
        files.forEach((module, file) -> {
            if (file.isDone() && !file.isCompletedExceptionally()) {
                modules.add(module);
            }
        });
        modules.sort(null);
        return modules;
    }
}
