package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.modgraph.GoModLoader;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The go.mod files of dependencies, from the cache alone, each compared with go.sum. */
final class CachedGoMods implements GoModLoader {
    private final ModCache cache;
    private final GoSum goSum;
    private final Executor threads;
    private final Set<ModuleVersion> unlisted = ConcurrentHashMap.newKeySet();

    CachedGoMods(ModCache cache, GoSum goSum, Executor threads) {
        this.cache = cache;
        this.goSum = goSum;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<GoMod> load(ModuleVersion module) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return read(module);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                threads);
    }

    private GoMod read(ModuleVersion module) throws IOException {
        Optional<byte[]> content = cache.readMod(module);
        if (content.isEmpty()) {
            throw GoModProblem.missing(cache.mod(module));
        }
        String hash = DirHash.ofGoMod(content.get());
        GoSum.Verdict verdict = goSum.checkGoMod(module, hash);
        if (verdict == GoSum.Verdict.MISMATCH) {
            throw GoModProblem.mismatch(cache.mod(module), goSum.goModHashes(module), hash);
        }
        if (verdict == GoSum.Verdict.MISSING) {
            unlisted.add(module);
        }
        return GoMod.parseDependency(module + "/go.mod", content.get());
    }

    /** The modules whose go.mod file was read although go.sum does not list it, sorted. */
    List<ModuleVersion> unlisted() {
        List<ModuleVersion> modules = new ArrayList<>(unlisted);
        modules.sort(null);
        return modules;
    }
}
