package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DirectProxyTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path dir;

    private final List<String> lines = new ArrayList<>();
    private GoTool tool;
    private GoCommand go;
    private GitRepositories repositories;
    private Path cache;

    @BeforeEach
    void setUp() throws IOException {
        tool = GoTool.orSkip(dir.resolve("home"));
        repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        repositories.environment("https://example.test/").forEach(tool::with);
        tool.proxy("direct");
        cache = dir.resolve("cache");
        tool.modCache(cache);
        go = new GoCommand(GoTool.find().orElseThrow(), tool.environment());
    }

    @AfterEach
    void tearDown() {
        Trees.makeDeletable(dir);
    }

    private DirectProxy proxy() throws IOException {
        return DirectProxy.create(go, cache, Files.createDirectories(dir.resolve("temp")));
    }

    private static String path(String name) {
        return "example.test/" + name + ".git";
    }

    private static ModuleVersion version(String name, String version) {
        return new ModuleVersion(path(name), version);
    }

    private CacheSnapshot inProject(String goMod) throws IOException, InterruptedException {
        Path project = Project.write(dir.resolve("project"), "module example.test/main\n\n" + goMod, "");
        tool.run(project, "mod", "download").orFail();
        CacheSnapshot snapshot = CacheSnapshot.of(cache);
        Trees.delete(cache);
        return snapshot;
    }

    /** What a build that uses the proxy leaves in its module cache. */
    private CacheSnapshot through(DirectProxy proxy) throws IOException, InterruptedException {
        tool.proxy(proxy.directory().toUri().toString());
        tool.run(dir.resolve("project"), "mod", "download").orFail();
        tool.proxy("direct");
        return CacheSnapshot.of(cache);
    }

    @Test
    void leavesTheCacheThatADownloadInTheProjectLeaves() throws IOException, InterruptedException {
        repositories.module(path("a"), "v1.0.0", "go 1.20\n");
        String commit = repositories.module(path("a"), "", "go 1.20\n\nrequire " + path("b") + " v1.1.0\n");
        ModuleVersion pseudo = version("a", GitRepositories.pseudoVersion("v1.0.1-0.", commit));
        repositories.module(path("b"), "v1.1.0", "go 1.20\n");
        repositories.module(path("r"), "v0.3.0", "");
        CacheSnapshot expected = inProject("go 1.20\n\nrequire (\n\t" + path("a") + " " + pseudo.version()
                + "\n\t" + path("b") + " v1.1.0\n\texample.test/x.git v1.0.0\n)\n\n"
                + "replace example.test/x.git => " + path("r") + " v0.3.0\n");

        List<ModuleVersion> modules = List.of(pseudo, version("b", "v1.1.0"), version("r", "v0.3.0"));
        try (DirectProxy proxy = proxy()) {
            List<GoModule> results = proxy.fetchZips(modules, LIMIT, lines::add);

            assertEquals(modules, results.stream().map(GoModule::module).toList());
            assertEquals(
                    List.of("", "", ""), results.stream().map(GoModule::error).toList());
            assertEquals("https://example.test/b", results.get(1).repository());
            assertEquals(List.of(), through(proxy).differencesFrom(expected));
        }
    }

    @Test
    void fetchesGoModFilesAlone() throws IOException, InterruptedException {
        repositories.module(path("a"), "v1.0.0", "go 1.16\n\nrequire " + path("b") + " v1.0.0\n");
        repositories.module(path("b"), "v1.0.0", "go 1.999\n");

        try (DirectProxy proxy = proxy()) {
            List<GoModule> results = proxy.fetchGoMods(
                    List.of(version("b", "v1.0.0"), version("b", "v7.0.0"), version("a", "v1.0.0")), LIMIT, lines::add);

            assertEquals("", results.get(0).error(), "a go.mod file can be read, whatever Go version it wants");
            assertTrue(results.get(1).error().contains("v7.0.0: invalid version"), results.toString());
            assertEquals("", results.get(2).error());
            Path versions = proxy.directory().resolve(path("b")).resolve("@v");
            assertEquals("module example.test/b.git\n\ngo 1.999\n", Files.readString(versions.resolve("v1.0.0.mod")));
            assertFalse(Files.exists(versions.resolve("v1.0.0.zip")));
        }
    }

    @Test
    void aModuleThatFailsIsDataAndKeepsNoOtherBack() throws IOException, InterruptedException {
        repositories.module(path("good"), "v1.0.0", "go 1.20\n");
        repositories.module(path("liar"), "v1.0.0", "go 1.20\n");
        repositories.module(path("new"), "v1.0.0", "go 1.999\n");
        List<ModuleVersion> modules = List.of(
                version("none", "v1.0.0"),
                version("liar", "v1.2.3"),
                version("new", "v1.0.0"),
                version("good", "v1.0.0"));

        try (DirectProxy proxy = proxy()) {
            List<GoModule> results = proxy.fetchZips(modules, LIMIT, lines::add);

            assertEquals(modules, results.stream().map(GoModule::module).toList());
            assertFalse(results.get(0).succeeded());
            assertTrue(results.get(1).error().contains("unknown revision v1.2.3"), results.toString());
            assertTrue(results.get(2).error().contains("requires go >= 1.999"), results.toString());
            assertTrue(results.get(3).succeeded(), results.toString());
        }
    }

    @Test
    void nothingButClonesComesNearTheRealCache() throws IOException, InterruptedException {
        repositories.module(path("a"), "v1.0.0", "go 1.20\n");
        Path goMod = Files.writeString(dir.resolve("go.mod"), "module example.test/main\n");

        try (DirectProxy proxy = proxy()) {
            assertTrue(proxy.fetchZips(List.of(version("a", "v1.0.0")), LIMIT, lines::add)
                    .get(0)
                    .succeeded());
        }

        assertEquals(List.of(), CacheSnapshot.of(cache).names(name -> !name.equals("cache")));
        assertTrue(Trees.list(cache.resolve("cache").resolve("vcs")).size() > 3, "the clone is kept");
        assertEquals(List.of(dir.resolve("temp")), Trees.list(dir.resolve("temp")));
        assertEquals("module example.test/main\n", Files.readString(goMod));
    }

    @Test
    void noProxyAndNoChecksumDatabaseIsAsked() throws IOException, InterruptedException {
        repositories.module(path("a"), "v1.0.0", "go 1.20\n");
        go = go.with(
                Map.of("GOPROXY", "http://127.0.0.1:1", "GONOSUMDB", "", "GOSUMDB", "sum.golang.org", "GONOPROXY", ""));

        try (DirectProxy proxy = proxy()) {
            assertEquals(
                    "",
                    proxy.fetchZips(List.of(version("a", "v1.0.0")), LIMIT, lines::add)
                            .get(0)
                            .error());
        }
    }

    @Test
    void aNewerToolchainIsAskedForOnlyWhenAModuleWantsIt() throws IOException, InterruptedException {
        GoCommand fake = FakeGo.script(dir, """
            echo "$GOTOOLCHAIN $*" >> %s
            if [ $GOTOOLCHAIN = local ]; then
              echo '{"Path": "example.test/old", "Version": "v1.0.0", "Error": "example.test/old@v1.0.0: 404"}'
              echo '{"Path": "example.test/new", "Version": "v1.0.0", "Error": "m requires go >= 1.999 (running 1.2)"}'
            else
              echo '{"Path": "example.test/new", "Version": "v1.0.0"}'
              mkdir -p $GOMODCACHE/cache/download/example.test/new/@v
              echo zip > $GOMODCACHE/cache/download/example.test/new/@v/v1.0.0.zip
            fi
            """.formatted(dir.resolve("calls")));
        ModuleVersion old = new ModuleVersion("example.test/old", "v1.0.0");
        ModuleVersion modern = new ModuleVersion("example.test/new", "v1.0.0");

        try (DirectProxy proxy = DirectProxy.create(fake.with(Map.of("GOTOOLCHAIN", "auto")), cache, dir)) {
            List<GoModule> results = proxy.fetchZips(List.of(old, modern), LIMIT, lines::add);

            assertEquals("example.test/old@v1.0.0: 404", results.get(0).error());
            assertEquals("", results.get(1).error());
        }
        assertEquals(
                List.of(
                        "local mod download -json example.test/old@v1.0.0 example.test/new@v1.0.0",
                        "auto mod download -json example.test/new@v1.0.0"),
                Files.readAllLines(dir.resolve("calls")));
    }

    @Test
    void anInterruptEndsGitToo() throws IOException, InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread silent = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    connected.countDown();
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    lines.add("connection: " + e); // reset, which is an end as well
                }
                closed.countDown();
            });
            silent.start();
            GoCommand stuck = go.with(Map.of(
                    "GIT_CONFIG_KEY_0",
                    "url.http://127.0.0.1:" + server.getLocalPort() + "/.insteadOf",
                    "NO_PROXY",
                    "*"));
            Thread thread = new Thread(() -> {
                try (DirectProxy proxy = DirectProxy.create(stuck, cache, dir)) {
                    proxy.fetchZips(List.of(version("a", "v1.0.0")), Duration.ZERO, line -> {});
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            assertTrue(connected.await(60, TimeUnit.SECONDS));

            thread.interrupt();

            // The server never says a word, so it is the interrupt that ends both, or nothing does.
            assertTrue(closed.await(60, TimeUnit.SECONDS), "git still holds its connection");
            thread.join();
            silent.join();
        }
    }

    @Test
    void asksInPortionsThatFitACommandLine() throws IOException, InterruptedException {
        GoCommand counting = FakeGo.script(dir, "echo $# >> " + dir.resolve("counts") + "\nexit 1\n");
        List<ModuleVersion> modules = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            modules.add(new ModuleVersion("example.test/a/rather/long/path/module" + i, "v1.0.0"));
        }

        try (DirectProxy proxy = DirectProxy.create(counting, cache, dir)) {
            List<GoModule> results = proxy.fetchZips(modules, LIMIT, lines::add);

            assertEquals(modules, results.stream().map(GoModule::module).toList());
            assertTrue(results.get(999).error().contains("exit status 1 and did not say why"), results.toString());
        }
        List<String> counts = Files.readAllLines(dir.resolve("counts"));
        assertEquals(3, counts.size(), counts.toString());
        assertEquals(1000 + 3 * 3, counts.stream().mapToInt(Integer::parseInt).sum());
    }
}
