package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.Sink;
import java.io.IOException;

/**
 * Where the files of modules come from: the proxies, or version control for those that it has been asked for. Safe for
 * any number of threads.
 */
record ModuleOrigins(ProxyChain proxies, DirectModules direct) {
    /**
     * Puts a file into the sink.
     *
     * @throws io.jenkins.plugins.gomodules.goproxy.DirectFetchException when version control has to be asked first
     */
    Fetched fetch(ModuleFile file, Sink sink) throws IOException, InterruptedException {
        return direct.wasAskedFor(file) ? direct.fetch(file, sink) : proxies.fetch(file, sink);
    }
}
