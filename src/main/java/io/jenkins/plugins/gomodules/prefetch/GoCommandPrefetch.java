package io.jenkins.plugins.gomodules.prefetch;

import java.nio.file.Path;

class GoCommandPrefetch {
    GoCommandPrefetch(io.jenkins.plugins.gomodules.goenv.GoEnvironment e, PrefetchOptions o, Outcome c, Narrator n) {}

    void run(Path b, long s) {}
}
