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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The go.mod files of dependencies: from the cache or a proxy, verified. None is kept in memory. */
final class GoModFiles implements GoModLoader {
    /** The go command reads no larger go.mod file. */
    private static final long MAX_BYTES = 16L << 20;

    private final Session session;
    private final Trust trust;
    private final Set<ModuleVersion> loaded = ConcurrentHashMap.newKeySet();
    private final Set<ModuleVersion> direct = ConcurrentHashMap.newKeySet();

    GoModFiles(Session session, Trust trust) {
        this.session = session;
        this.trust = trust;
    }

    @Override
    public CompletableFuture<GoMod> load(ModuleVersion module) {
        return session.workers().submit(Workers.Turn.GRAPH, () -> read(module));
    }

    private GoMod read(ModuleVersion module) throws IOException, InterruptedException {
        try {
            byte[] bytes = bytes(module);
            session.outcome().goModRead();
            GoMod goMod = GoMod.parseDependency(module + "/go.mod", bytes);
            loaded.add(module);
            return goMod;
        } catch (DirectFetchException e) {
            direct.add(module);
            throw e;
        }
    }

    private byte[] bytes(ModuleVersion module) throws IOException, InterruptedException {
        Expectation expected = trust.expect(module, Trust.Part.GO_MOD);
        Optional<byte[]> cached = session.cache().readMod(module);
        if (cached.isPresent()) {
            expected.check(DirHash.ofGoMod(cached.get()), "the module cache");
            return cached.get();
        }
        MemorySink sink = new MemorySink(MAX_BYTES);
        ModuleFile file = new ModuleFile(module, ModuleFile.Kind.MOD);
        Fetched fetched = session.origins().fetch(file, sink);
        byte[] bytes = sink.toByteArray();
        try {
            expected.check(DirHash.ofGoMod(bytes), fetched.proxy());
        } catch (UntrustedException e) {
            throw session.examiner().examine(file, e, fetched, out -> out.write(bytes));
        }
        session.cache().writeMod(module, bytes);
        return bytes;
    }

    /** The modules whose go.mod only version control can deliver; the next graph starts without any. */
    List<ModuleVersion> takeDirect() {
        List<ModuleVersion> modules = sorted(direct);
        direct.clear();
        return modules;
    }

    boolean isLoaded(ModuleVersion module) {
        return loaded.contains(module);
    }

    /** Every go.mod file that has been read, sorted. */
    List<ModuleVersion> loaded() {
        return sorted(loaded);
    }

    private static List<ModuleVersion> sorted(Set<ModuleVersion> modules) {
        List<ModuleVersion> list = new ArrayList<>(modules);
        list.sort(null);
        return list;
    }
}
