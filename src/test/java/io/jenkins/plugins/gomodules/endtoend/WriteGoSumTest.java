package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.LEAF;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.OTHER;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.TOP;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.db;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that go.sum lacks are added when that is asked for, verified, and never otherwise. */
class WriteGoSumTest {
    private static final String COMPLETE = GoProxyTree.goSum(OTHER, TOP, LEAF);

    @TempDir
    Path temp;

    private static PrefetchReport write(SumDbBench bench, Verification verify, Path project)
            throws IOException, InterruptedException {
        return bench.ours(verify, project).options(o -> o.writeGoSum(true)).run();
    }

    @Test
    void addsWhatIsMissing() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).listed(TOP)) {
            Path project = bench.project();
            PrefetchReport report = write(bench, Verification.STRICT, project);
            assertTrue(report.succeeded(), () -> report.failures().toString());
            assertEquals(COMPLETE, Files.readString(project.resolve("go.sum")));
            assertTrue(
                    report.notices().stream().anyMatch(notice -> notice.startsWith("4 lines added to ")),
                    () -> report.notices().toString());
            PrefetchReport again = write(bench, Verification.STRICT, project);
            assertEquals(List.of(), again.notices(), "nothing is left to add");
        }
    }

    /** What the go command writes when it is asked for all modules, and what it then builds with as it is. */
    @Test
    void leavesTheFileThatTheGoCommandLeaves() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            Path byGo = bench.project();
            bench.goTool().run(byGo, "mod", "download", "all").orFail();
            Path byUs = bench.project();
            Files.writeString(byUs.resolve("go.sum"), "\nexample.org/old v1.0.0 h1:x  \n\n");
            assertTrue(write(bench, Verification.STRICT, byUs).succeeded());
            assertEquals(
                    Files.readString(byGo.resolve("go.sum")) + "example.org/old v1.0.0 h1:x\n",
                    Files.readString(byUs.resolve("go.sum")));
            GoTool offline = bench.goTool()
                    .modCache(bench.cache("ours"))
                    .proxy("off")
                    .with("GOSUMDB", "off")
                    .with("GOFLAGS", "-mod=readonly");
            offline.run(byUs, "mod", "verify").orFail();
            offline.run(byUs, "list", "-m", "all").orFail();
        }
    }

    @Test
    void withoutTheOptionNothingIsWritten() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            Path project = bench.project();
            bench.ours(Verification.STRICT, project).succeed();
            assertFalse(Files.exists(project.resolve("go.sum")));
        }
    }

    @Test
    void whenSomethingFailsNothingIsWritten() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            bench.server().remove(db("lookup/corp.example/other/v2@v2.0.0"));
            Path project = bench.project();
            assertFalse(write(bench, Verification.STRICT, project).succeeded());
            assertFalse(Files.exists(project.resolve("go.sum")));
        }
    }

    @Test
    void whatNothingVouchedForIsNotWritten() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).with("GONOSUMDB", "corp.example")) {
            Path project = bench.project();
            assertTrue(write(bench, Verification.GO, project).succeeded());
            assertEquals(GoProxyTree.goSum(TOP, LEAF), Files.readString(project.resolve("go.sum")));
        }
    }

    @Test
    void aWorkspaceHasAFileOfItsOwn() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).listed(TOP)) {
            Path member = bench.project();
            Path workspace = member.getParent();
            Files.writeString(workspace.resolve("go.work"), "go 1.21\n\nuse ./" + member.getFileName() + "\n");
            assertTrue(write(bench, Verification.STRICT, workspace).succeeded());
            assertEquals(GoProxyTree.goSum(OTHER, LEAF), Files.readString(workspace.resolve("go.work.sum")));
            assertEquals(GoProxyTree.goSum(TOP), Files.readString(member.resolve("go.sum")));
        }
    }

    @Test
    void aLinkAndTheModeStay() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            Path project = bench.project();
            Path real = Files.createFile(temp.resolve("real.sum"));
            if (!real.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
            Files.createSymbolicLink(project.resolve("go.sum"), real);
            assertTrue(write(bench, Verification.STRICT, project).succeeded());
            assertTrue(Files.isSymbolicLink(project.resolve("go.sum")));
            assertEquals(COMPLETE, Files.readString(real));
            assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
        }
    }
}
