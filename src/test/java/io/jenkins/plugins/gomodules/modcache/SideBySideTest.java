package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cache that the go command leaves and ours, of the same modules: the same files, bytes and modes. */
@Execution(ExecutionMode.CONCURRENT)
class SideBySideTest {

    private static final List<ModuleFixture> MODULES = List.of(
            ModuleFixture.module("example.com/plain", "v1.0.0")
                    .file("a/b/c/d.go", "package d\n")
                    .file("a/b.go", "package a\n")
                    .file("testdata/gr\u00fc\u00df dich/\u65e5\u672c.txt", "x")
                    .file("empty", "")
                    .file("large", new byte[1_000_000])
                    .build(),
            ModuleFixture.module("example.com/Upper/Case", "v0.0.0-20240102030405-abcdef012345")
                    .build(),
            ModuleFixture.module("example.com/versioned/v2", "v2.3.4-RC1.x").build(),
            ModuleFixture.module("example.com/old", "v3.0.0+incompatible")
                    .withoutGoMod()
                    .build(),
            ModuleFixture.module("gopkg.in/thing.v1", "v1.2.3").stored().build());

    @TempDir
    Path temp;

    @AfterEach
    void makeDeletable() {
        Trees.makeDeletable(temp);
    }

    @ParameterizedTest
    @CsvSource({"022, ''", "022, modcacherw", "077, ''", "002, modcacherw", "027, ''"})
    void sameFilesBytesAndModes(String umask, String how) throws Exception {
        Assumptions.assumeTrue(File.separatorChar == '/', "skipped: there is no umask on Windows");
        GoTool go = GoTool.orSkip(temp.resolve("home"));
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), MODULES);
        Path project = Project.requiring(temp.resolve("main"), MODULES.toArray(ModuleFixture[]::new));
        Path theirs = temp.resolve("theirs");
        Path ours = temp.resolve("ours");

        go.modCache(theirs).proxy(proxy.url()).with("GOFLAGS", "-mod=mod" + (how.isEmpty() ? "" : " -" + how));
        List<String> command =
                new ArrayList<>(List.of(GoTool.find().orElseThrow().toString(), "mod", "download"));
        ProcessBuilder builder = underUmask(umask, command).directory(project.toFile());
        builder.environment().clear();
        builder.environment().putAll(go.environment());
        OtherJvm.Result download = OtherJvm.run(builder);
        assertEquals(0, download.exit(), download.out());

        for (ModuleFixture m : MODULES) {
            List<String> store = OtherJvm.command(
                    StoreMain.class, proxy.root().toString(), ours.toString(), m.path(), m.version(), how);
            OtherJvm.Result stored = OtherJvm.run(underUmask(umask, store));
            assertEquals("", stored.out());
            assertEquals(0, stored.exit());
        }

        CacheSnapshot expected = CacheSnapshot.of(theirs);
        assertTrue(expected.entries().size() > 40, expected.toString());
        assertEquals(List.of(), CacheSnapshot.of(ours).differencesFrom(expected));

        go.modCache(ours).proxy("off");
        assertEquals("", go.run(project, "mod", "download").orFail().err());
        assertEquals(
                "all modules verified\n",
                go.run(project, "mod", "verify").orFail().out());
        assertEquals(List.of(), CacheSnapshot.of(ours).differencesFrom(expected));
    }

    private static ProcessBuilder underUmask(String umask, List<String> command) {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
        shell.addAll(command);
        return new ProcessBuilder(shell);
    }

    /** Directories that hand their group on keep it that way. */
    @Test
    void inADirectoryThatSetsTheGroup() throws Exception {
        GoTool go = GoTool.orSkip(temp.resolve("home"));
        ModuleFixture module = MODULES.get(0);
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), module);
        Path project = Project.requiring(temp.resolve("main"), module);
        for (String name : new String[] {"theirs", "ours"}) {
            Path cache = Files.createDirectory(temp.resolve(name));
            Files.setAttribute(cache, "unix:mode", 02775);
        }
        go.modCache(temp.resolve("theirs"))
                .proxy(proxy.url())
                .run(project, "mod", "download")
                .orFail();
        ModCache ours = new ModCache(temp.resolve("ours"), false);
        StoreMain.store(
                proxy.root(),
                ours,
                new io.jenkins.plugins.gomodules.module.ModuleVersion(module.path(), module.version()),
                hash -> {});
        assertEquals(modes(temp.resolve("theirs")), modes(temp.resolve("ours")));
    }

    private static List<String> modes(Path root) throws Exception {
        List<String> modes = new ArrayList<>();
        for (Path path : Trees.list(root)) {
            int mode = (Integer) Files.getAttribute(path, "unix:mode");
            modes.add(root.relativize(path) + " " + Integer.toOctalString(mode));
        }
        return modes;
    }

    /** In a container without LANG, Java takes names for ASCII; the go command does not care. */
    @Test
    void namesAreUtf8WhateverTheLocale() throws Exception {
        Assumptions.assumeTrue(File.separatorChar == '/', "skipped: Windows has names in Unicode");
        ModuleFixture module = MODULES.get(0);
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), module);
        Path cache = temp.resolve("ours");
        ProcessBuilder builder = new ProcessBuilder(OtherJvm.command(
                StoreMain.class, proxy.root().toString(), cache.toString(), module.path(), module.version(), ""));
        builder.environment().put("LC_ALL", "C");
        assertEquals(new OtherJvm.Result(0, ""), OtherJvm.run(builder));
        Path dir = cache.resolve(module.toString());
        assertEquals(module.zipHash(), io.jenkins.plugins.gomodules.modzip.DirHash.ofDirectory(dir, module.toString()));
    }
}
