package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.gocommand.DirectProxy;
import io.jenkins.plugins.gomodules.gocommand.GoCommand;
import io.jenkins.plugins.gomodules.gocommand.GoModule;
import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.Sink;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules that only version control can deliver. The go command gets them, many at a time; from there they take the
 * same way into the cache, through the same checks, as those from proxies.
 */
final class DirectModules implements Closeable {
    /** Where the report says that they came from. */
    static final String NAME = "version control";

    private final Optional<GoCommand> go;
    private final Path cache;
    private final Path temporary;
    private final Map<ModuleVersion, String> goModErrors = new ConcurrentHashMap<>();
    private final Map<ModuleVersion, String> zipErrors = new ConcurrentHashMap<>();
    private DirectProxy proxy;
    private ProxyChain files;

    /**
     * @param go the go command to use; none when there is none, or it shall not be used
     * @param cache the module cache
     * @param temporary where a directory for what arrives may be made
     */
    DirectModules(Optional<GoCommand> go, Path cache, Path temporary) {
        this.go = go;
        this.cache = cache;
        this.temporary = temporary;
    }

    /** Whether such modules can be had at all. */
    boolean available() {
        return go.isPresent();
    }

    /** Asks for go.mod files; whether each was to be had shows when it is fetched from here. */
    synchronized void askForGoMods(List<ModuleVersion> modules) throws IOException, InterruptedException {
        record(proxy().fetchGoMods(modules, Duration.ZERO, line -> {}), goModErrors);
    }

    /** Asks for zips; whether each was to be had shows when it is fetched from here. */
    synchronized void askForZips(List<ModuleVersion> modules) throws IOException, InterruptedException {
        record(proxy().fetchZips(modules, Duration.ZERO, line -> {}), zipErrors);
    }

    private static void record(List<GoModule> results, Map<ModuleVersion, String> errors) {
        for (GoModule result : results) {
            errors.put(result.module(), result.error());
        }
    }

    private DirectProxy proxy() throws IOException {
        if (proxy == null) {
            proxy = DirectProxy.create(go.orElseThrow(), cache, temporary);
            files = ProxyChain.ofDirectory(proxy.directory(), NAME);
        }
        return proxy;
    }

    /** Whether a file has been asked for, with success or without. */
    boolean wasAskedFor(ModuleFile file) {
        return error(file) != null;
    }

    private String error(ModuleFile file) {
        ModuleVersion module = file.module();
        String ofZip = zipErrors.get(module);
        return file.kind() == ModuleFile.Kind.ZIP || ofZip != null ? ofZip : goModErrors.get(module);
    }

    /** @throws VersionControlException when it was not to be had */
    synchronized Fetched fetch(ModuleFile file, Sink sink) throws IOException, InterruptedException {
        String error = error(file);
        if (!error.isEmpty()) {
            throw new VersionControlException(file.module(), error);
        }
        return files.fetch(file, sink);
    }

    @Override
    public synchronized void close() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
    }
}
