package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Modules straight from version control, in a directory that is laid out like a GOPROXY.
 *
 * <p>The go command fetches them in a directory of their own, with a module cache of its own, and its download directory
 * is such a proxy. So nothing unchecked comes near the real cache, the project's go.mod and go.sum are not touched, and
 * a module that fails does not keep others from arriving, as one that does not match go.sum would in the project. Only
 * the clones of repositories are kept where the go command keeps them, in the real cache, so that nothing is cloned
 * twice. What arrives is the same, bit for bit, as if the go command had fetched it in the project; none of it has been
 * checked against anything.
 *
 * <p>Closing removes the directory. Not safe for several threads at once.
 */
public final class DirectProxy implements Closeable {
    /** Arguments of one run, in characters: Windows takes 32767 in all. */
    private static final int MAX_ARGUMENT_CHARS = 20_000;

    /** The go command fetches as many modules at once as it has threads; repositories keep it waiting, not working. */
    private static final int FETCHES_AT_ONCE = 8;

    private final GoCommand go;
    private final Path root;
    private final Path cache;

    private DirectProxy(GoCommand go, Path root) {
        this.go = go;
        this.root = root;
        this.cache = root.resolve("cache");
    }

    /**
     * Makes an empty one.
     *
     * @param go with the environment in force: GOPROXY, GOINSECURE, GOVCS, credentials
     * @param realCache the module cache that keeps clones of repositories
     * @param parent where the directory is made
     */
    public static DirectProxy create(GoCommand go, Path realCache, Path parent) throws IOException {
        DirectProxy proxy =
                new DirectProxy(go, Files.createTempDirectory(parent.toAbsolutePath(), "go-modules-direct"));
        try {
            Files.createDirectories(proxy.directory());
            Files.createDirectory(proxy.project());
            Files.writeString(proxy.project().resolve("go.mod"), "module example.com/direct\n\ngo 1.17\n");
            proxy.shareClones(realCache.resolve("cache").resolve("vcs"));
            return proxy;
        } catch (IOException | RuntimeException e) {
            proxy.close();
            throw e;
        }
    }

    /** The root of the GOPROXY. */
    public Path directory() {
        return cache.resolve("cache").resolve("download");
    }

    /**
     * Fetches go.mod files, and the .info files with them.
     *
     * @param modules with canonical versions
     * @param limit how long a run of the go command may take, of which there may be several; zero for any time
     * @param lines gets what the go command writes besides, in another thread
     * @return what happened to each, in their order
     */
    public List<GoModule> fetchGoMods(Collection<ModuleVersion> modules, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        // A newer toolchain is not needed to read a go.mod file.
        return fetch(local(modules), List.of("list", "-m", "-e", "-json"), modules, ".mod", limit, lines);
    }

    /**
     * Fetches zips, and the .info and go.mod files with them.
     *
     * @param modules with canonical versions
     * @param limit how long a run of the go command may take, of which there may be several; zero for any time
     * @param lines gets what the go command writes besides, in another thread
     * @return what happened to each, in their order
     */
    public List<GoModule> fetchZips(Collection<ModuleVersion> modules, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> command = List.of("mod", "download", "-json");
        List<GoModule> results = fetch(local(modules), command, modules, ".zip", limit, lines);
        Map<ModuleVersion, GoModule> tooNew = new LinkedHashMap<>();
        for (GoModule result : results) {
            if (result.error().contains(" requires go >= ")) {
                tooNew.put(result.module(), result);
            }
        }
        if (tooNew.isEmpty() || go.environment().getOrDefault("GOTOOLCHAIN", "").equals("local")) {
            return results;
        }
        // A module's zip is made by a go command that is not older than the module; GOTOOLCHAIN may allow to switch.
        for (GoModule result : fetch(configured(tooNew.keySet()), command, tooNew.keySet(), ".zip", limit, lines)) {
            tooNew.put(result.module(), result);
        }
        List<GoModule> merged = new ArrayList<>();
        for (GoModule result : results) {
            merged.add(tooNew.getOrDefault(result.module(), result));
        }
        return merged;
    }

    /** Removes what was fetched. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(root, new Removal());
    }

    private Path project() {
        return root.resolve("project");
    }

    private void shareClones(Path clones) throws IOException {
        Path link = cache.resolve("cache").resolve("vcs");
        try {
            Files.createDirectories(clones);
            Files.createSymbolicLink(link, clones.toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            // Without links, or in a cache that cannot be written, repositories are cloned for this once.
            Files.deleteIfExists(link);
        }
    }

    private GoCommand local(Collection<ModuleVersion> modules) {
        return configured(modules).with(Map.of("GOTOOLCHAIN", "local"));
    }

    /** The modules count as private by name, so that nothing but their repositories is asked for them. */
    private GoCommand configured(Collection<ModuleVersion> modules) {
        StringBuilder paths = new StringBuilder();
        for (ModuleVersion module : modules) {
            paths.append(paths.length() == 0 ? "" : ",").append(module.path());
        }
        Map<String, String> variables = new HashMap<>();
        variables.put("GOMODCACHE", cache.toString());
        variables.put("GO111MODULE", "on");
        variables.put("GOWORK", "off");
        variables.put("GOFLAGS", "-mod=mod -modcacherw");
        variables.put("GONOPROXY", paths.toString());
        variables.put("GONOSUMDB", "*");
        if (go.environment().getOrDefault("GOMAXPROCS", "").isEmpty()) {
            variables.put(
                    "GOMAXPROCS",
                    String.valueOf(
                            Math.max(FETCHES_AT_ONCE, Runtime.getRuntime().availableProcessors())));
        }
        return go.with(variables);
    }

    private List<GoModule> fetch(
            GoCommand configured,
            List<String> command,
            Collection<ModuleVersion> modules,
            String suffix,
            Duration limit,
            Consumer<String> lines)
            throws IOException, InterruptedException {
        Map<ModuleVersion, GoModule> results = new LinkedHashMap<>();
        List<String> arguments = new ArrayList<>(command);
        int chars = 0;
        for (ModuleVersion module : modules) {
            String argument = module.path() + "@" + module.version();
            if (chars > 0 && chars + argument.length() > MAX_ARGUMENT_CHARS) {
                run(configured, arguments, results, limit, lines);
                arguments = new ArrayList<>(command);
                chars = 0;
            }
            results.put(module, null);
            arguments.add(argument);
            chars += argument.length() + 1;
        }
        if (chars > 0) {
            run(configured, arguments, results, limit, lines);
        }
        RepositoryProbe probe = new RepositoryProbe(configured.environment(), project());
        List<GoModule> ordered = new ArrayList<>();
        for (Map.Entry<ModuleVersion, GoModule> result : results.entrySet()) {
            ordered.add(probe.explain(judge(result.getKey(), result.getValue(), suffix)));
        }
        return ordered;
    }

    private void run(
            GoCommand configured,
            List<String> arguments,
            Map<ModuleVersion, GoModule> results,
            Duration limit,
            Consumer<String> lines)
            throws IOException, InterruptedException {
        String general = "";
        for (GoModule result :
                GoDownload.run(configured, project(), arguments, limit, lines).modules()) {
            if (results.containsKey(result.module())) {
                results.put(result.module(), result);
            } else if (!result.succeeded()) {
                general = result.error();
            }
        }
        if (!general.isEmpty()) {
            for (Map.Entry<ModuleVersion, GoModule> result : results.entrySet()) {
                if (result.getValue() == null) {
                    result.setValue(GoModule.failed(result.getKey(), general));
                }
            }
        }
    }

    /** The file counts: it may be there in spite of complaints, and must be there if there are none. */
    private GoModule judge(ModuleVersion module, GoModule result, String suffix) {
        Path file = directory().resolve(module.escapedPath()).resolve("@v").resolve(module.escapedVersion() + suffix);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return result != null && !result.succeeded()
                    ? result
                    : GoModule.failed(module, module + ": the go command did not fetch it, and did not say why");
        }
        return result == null || !result.succeeded() ? new GoModule(module, "", "", "", "", "", "", "") : result;
    }

    /** Deletes what it visits; a link itself, not what it leads to. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
