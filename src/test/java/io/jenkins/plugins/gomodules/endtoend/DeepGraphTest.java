package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Module graphs as deep and as wide as no sane project's: neither stacks nor limits run over. */
class DeepGraphTest {

    @TempDir
    Path temp;

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    /** Each module requires the next. */
    @Test
    void aChain() throws Exception {
        List<ModuleFixture> modules = new ArrayList<>();
        ModuleFixture next = null;
        for (int i = 0; i < 2000; i++) {
            ModuleFixture.Builder module = ModuleFixture.module("example.com/m" + i, "v1.0.0")
                    .go("1.16")
                    .withoutFiles();
            next = (next == null ? module : module.requires(next)).build();
            modules.add(next);
        }
        assertEquals(modules.size(), prefetch(modules, next).downloaded());
    }

    /** Each version of a module requires the next one of the other. */
    @Test
    void aLadderOfVersions() throws Exception {
        List<ModuleFixture> modules = new ArrayList<>();
        ModuleFixture next = null;
        for (int i = 0; i < 600; i++) {
            ModuleFixture.Builder module = ModuleFixture.module("example.com/m" + i % 2, "v1." + i + ".0")
                    .go("1.16")
                    .withoutFiles();
            next = (next == null ? module : module.requires(next)).build();
            modules.add(next);
        }
        assertEquals(2, prefetch(modules, next).downloaded());
    }

    private PrefetchReport prefetch(List<ModuleFixture> modules, ModuleFixture required) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.start(modules)) {
            Path project = Project.requiring(temp.resolve("project"), "1.16", List.of(required), modules);
            return Prefetch.of(temp.resolve("home"), project, temp.resolve("cache"))
                    .proxy(proxy.url())
                    .succeed();
        }
    }
}
