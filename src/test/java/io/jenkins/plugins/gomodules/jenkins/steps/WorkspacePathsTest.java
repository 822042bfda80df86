package io.jenkins.plugins.gomodules.jenkins.steps;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathsTest {
    @TempDir
    private Path root;

    private Path workspace;

    @BeforeEach
    void layOut() throws IOException {
        workspace = Files.createDirectories(root.resolve("workspace"));
        Files.createDirectories(workspace.resolve("api"));
        Files.createDirectories(root.resolve("other/deep"));
        Files.createSymbolicLink(workspace.resolve("out"), root.resolve("other/deep"));
        Files.createSymbolicLink(workspace.resolve("in"), workspace.resolve("api"));
        Files.createSymbolicLink(workspace.resolve("dangling"), root.resolve("nowhere"));
        Files.createSymbolicLink(workspace.resolve("loop"), workspace.resolve("loop"));
    }

    private void check(Path directory, String path) throws IOException {
        PrefetchOptions options =
                PrefetchOptions.builder().dirs(List.of(path)).offlineProxy(path).build();
        new WorkspacePaths(directory, workspace.toString()).check(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "api", "api/..", "new/deep", "new/../api", "in", "in/..", "in/new", ""})
    void inside(String path) {
        assertDoesNotThrow(() -> check(workspace, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../other",
                "/",
                "/etc",
                "api/../..",
                "new/../..",
                "out",
                "out/new",
                "out/..",
                "out/../deep",
                "dangling",
                "dangling/x",
                "loop",
                "in/../../other",
                "nul\0byte"
            })
    void outside(String path) {
        assertThrows(AbortException.class, () -> check(workspace, path));
    }

    @Test
    void theWorkspaceCountsAlsoFromASubdirectory() {
        assertDoesNotThrow(() -> check(workspace.resolve("api"), ".."));
        assertThrows(AbortException.class, () -> check(workspace.resolve("api"), "../.."));
    }

    @Test
    void elsewhereTheDirectoryItselfIsTheLimit() {
        assertDoesNotThrow(() -> check(root.resolve("other"), "deep"));
        assertThrows(AbortException.class, () -> check(root.resolve("other"), "../workspace"));
    }

    @Test
    void absolutePathInsideIsFine() {
        assertDoesNotThrow(() -> check(workspace, workspace.resolve("api").toString()));
    }
}
