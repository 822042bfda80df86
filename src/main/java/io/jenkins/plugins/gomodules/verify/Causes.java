package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import io.jenkins.plugins.gomodules.modcache.ModCacheException;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modgraph.GoModException;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import java.io.IOException;

/** The failure catalog's names for what keeps a verification from being done. */
final class Causes {
    private Causes() {}

    static String of(Throwable e) {
        if (e instanceof GoModException goMod) {
            return goMod.id();
        }
        if (e instanceof ModCacheException cache) {
            return switch (cache.reason()) {
                case DISK_FULL -> "disk-full";
                case PERMISSION, READ_ONLY, NOT_A_DIRECTORY -> "cache-permission";
                case CORRUPT, OTHER -> "cache-corrupt";
            };
        }
        if (e instanceof ModFileException || e instanceof InvalidModuleException) {
            return "go-mod-syntax";
        }
        if (e instanceof GoEnvironmentException || e instanceof IllegalArgumentException) {
            return "settings-invalid";
        }
        return e instanceof IOException ? "cache-permission" : "internal-error";
    }
}
