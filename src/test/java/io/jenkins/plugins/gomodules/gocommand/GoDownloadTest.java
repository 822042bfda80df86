package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GoDownloadTest {
    private static final ModuleFixture A =
            ModuleFixture.module("example.test/a", "v1.0.0").build();
    private static final ModuleFixture B =
            ModuleFixture.module("example.test/b", "v1.0.0").build();
    private static final ModuleFixture ABSENT =
            ModuleFixture.module("example.test/absent", "v1.0.0").build();

    @TempDir
    Path dir;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void tearDown() {
        Trees.makeDeletable(dir);
    }

    private GoDownload.Result download(Path project) throws IOException, InterruptedException {
        GoTool tool = GoTool.orSkip(dir.resolve("home"));
        tool.proxy(GoProxyTree.write(dir.resolve("proxy"), A, B).url());
        GoCommand go = new GoCommand(GoTool.find().orElseThrow(), tool.environment());
        return GoDownload.ofProject(go, project, Duration.ofMinutes(1), lines::add);
    }

    @Test
    void saysWhatIsThere() throws IOException, InterruptedException {
        GoDownload.Result result = download(Project.requiring(dir.resolve("project"), A, B));

        assertTrue(result.succeeded(), result.toString());
        assertEquals(List.of(), result.failures());
        GoModule a = result.modules().get(0);
        assertEquals(new ModuleVersion("example.test/a", "v1.0.0"), a.module());
        assertEquals(A.zipHash(), a.sum());
        assertEquals(A.modHash(), a.goModSum());
        assertTrue(Files.isRegularFile(Path.of(a.zip())));
        assertTrue(Files.isRegularFile(Path.of(a.goMod())));
        assertTrue(Files.isDirectory(Path.of(a.dir())));
    }

    @Test
    void nothingToDownloadIsSuccess() throws IOException, InterruptedException {
        GoDownload.Result result = download(Project.requiring(dir.resolve("project")));

        assertTrue(result.succeeded());
        assertEquals(List.of(), result.modules());
        assertEquals(List.of("go: no module dependencies to download"), lines);
    }

    @Test
    void aModuleThatIsNotThereIsData() throws IOException, InterruptedException {
        GoDownload.Result result = download(Project.requiring(dir.resolve("project"), A, ABSENT));

        assertFalse(result.succeeded());
        assertEquals(1, result.failures().size(), result.toString());
        assertEquals(
                "example.test/absent@v1.0.0", result.failures().get(0).module().toString());
    }

    @Test
    void aWrongHashIsNamed() throws IOException, InterruptedException {
        Path project = Project.requiring(dir.resolve("project"), A, B);
        String goSum = Files.readString(project.resolve("go.sum"));
        Files.writeString(
                project.resolve("go.sum"),
                goSum.replace(A.zipHash(), "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));

        GoDownload.Result result = download(project);

        assertFalse(result.succeeded());
        assertEquals(1, result.failures().size(), result.toString());
        GoModule failure = result.failures().get(0);
        assertEquals("example.test/a@v1.0.0", failure.module().toString());
        assertTrue(failure.error().startsWith("verifying example.test/a@v1.0.0: checksum mismatch"), failure.error());
        assertTrue(failure.error().contains("SECURITY ERROR"), failure.error());
    }

    @Test
    void whatIsOfNoModuleIsAFailureToo() throws IOException, InterruptedException {
        Path project = Project.write(dir.resolve("project"), "module example.test/main\n\nrequires x\n", "");

        GoDownload.Result result = download(project);

        assertFalse(result.succeeded());
        assertEquals(1, result.failures().size(), result.toString());
        assertEquals("", result.failures().get(0).module().path());
        assertTrue(result.failures().get(0).error().contains("go.mod:3: unknown directive: requires"));
    }

    @Test
    void noProjectIsAFailure() throws IOException, InterruptedException {
        GoDownload.Result result = download(Files.createDirectories(dir.resolve("empty")));

        assertFalse(result.succeeded());
        assertTrue(result.failures().get(0).error().contains("no modules specified"), result.toString());
    }

    @Test
    void otherOutputIsRefused() throws IOException {
        GoCommand fake = FakeGo.script(dir, "echo '{\"Path\": \"example.test/a\"}'; echo Segmentation fault\n");

        IOException e =
                assertThrows(IOException.class, () -> GoDownload.ofProject(fake, dir, Duration.ZERO, lines::add));

        assertTrue(e.getMessage().contains("something else than JSON"), e.getMessage());
    }

    @Test
    void secretsAreTakenOutOfWhatIsHandedOn() throws IOException, InterruptedException {
        GoCommand fake = FakeGo.script(dir, """
            echo 'fatal: unable to access https://u:s3cret@a.example/' >&2
            echo '{"Path": "example.test/a", "Version": "v1.0.0", "Error": "git https://u:s3cret@a.example/: 128"}'
            exit 1
            """);

        GoDownload.Result result = GoDownload.ofProject(fake, dir, Duration.ZERO, lines::add);

        assertEquals(
                "git https://****@a.example/: 128", result.failures().get(0).error());
        assertEquals(List.of("fatal: unable to access https://****@a.example/"), lines);
    }
}
