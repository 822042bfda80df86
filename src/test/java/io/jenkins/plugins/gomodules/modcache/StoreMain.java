package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stores one module, which a file-system GOPROXY has, in a cache: everything that a download does but the network. */
final class StoreMain {

    private StoreMain() {}

    /** File-system GOPROXY, cache, module path, version, and how: "", "modcacherw", "halt" when the hash is known. */
    public static void main(String[] args) throws Exception {
        ModuleVersion module = new ModuleVersion(args[2], args[3]);
        ModCache cache = new ModCache(Path.of(args[1]), args[4].equals("modcacherw"));
        try {
            store(Path.of(args[0]), cache, module, hash -> {
                if (args[4].equals("halt")) {
                    Runtime.getRuntime().halt(9);
                }
            });
            ModCache.lockNotices().forEach(System.out::println);
        } catch (ModCacheException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
            System.exit(1);
        }
    }

    static void store(Path proxy, ModCache cache, ModuleVersion module, HashCheck check)
            throws IOException, InterruptedException {
        Path served = proxy.resolve(module.escapedPath()).resolve("@v").resolve(module.escapedVersion());
        cache.writeInfo(module, Files.readAllBytes(Path.of(served + ".info")));
        cache.writeMod(module, Files.readAllBytes(Path.of(served + ".mod")));
        try (VersionLock lock = cache.lockVersion(module)) {
            lock.cleanUp();
            if (CacheFiles.exists(cache.zip(module))) {
                if (!cache.isExtracted(module)) {
                    lock.extract(check);
                }
                return;
            }
            try (ZipDownload zip = lock.newZip()) {
                Files.write(zip.path(), Files.readAllBytes(Path.of(served + ".zip")));
                zip.commit(true, check);
            }
        }
    }
}
