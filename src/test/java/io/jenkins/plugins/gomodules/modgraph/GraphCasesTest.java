package io.jenkins.plugins.gomodules.modgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code cases}: projects, and what is to be said of each. Expected are {@code zips}, {@code mods}, {@code
 * build list}, {@code changes}, {@code notices} (absent: none), {@code zips before graph}, {@code sums}, {@code go
 * version}, {@code vendored}; or an {@code error}: its id, if it has one, and texts that the message contains. ROOT stands
 * for the project's directory. Unless a case says {@code differs from go}, the go command is asked too.
 */
class GraphCasesTest {
    @TempDir
    Path temp;

    static List<String> cases() throws Exception {
        Path dir = Path.of(GraphCasesTest.class.getResource("cases").toURI());
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    private static GraphCase read(String name) throws Exception {
        Path file = Path.of(
                GraphCasesTest.class.getResource("cases/" + name + ".txt").toURI());
        return GraphCase.parse(name, Files.readString(file));
    }

    @AfterEach
    void clean() {
        Trees.makeDeletable(temp);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(String name) throws Exception {
        GraphCase project = read(name);
        Path root = temp.resolve("project");
        Path start = project.writeProject(root);
        try {
            MainModules mains = MainModules.load(start, Outcome.environment(project));
            if (project.wanted.containsKey("vendored")) {
                assertTrue(mains.vendored());
                checkMains(project, root, mains);
                return;
            }
            ModuleGraph graph = Outcome.load(project, mains, Runnable::run);
            assertEquals(null, project.wanted.get("error"), "an error");
            checkMains(project, root, mains);
            checkGraph(project, root, mains, graph);
        } catch (GoModException e) {
            checkError(project, root, e.id() + "\n" + e.getMessage());
        } catch (ModuleGraphException e) {
            String id = e.getCause() instanceof GoModException ? ((GoModException) e.getCause()).id() : "";
            checkError(project, root, id + "\n" + e.getMessage());
        }
    }

    private static void checkMains(GraphCase project, Path root, MainModules mains) {
        String before = mains.zipsKnownBeforeGraph().map(GraphCasesTest::lines).orElse("unknown");
        check(project, root, "zips before graph", before);
        List<String> sums = new ArrayList<>();
        for (Path file : mains.goSumFiles()) {
            sums.add(root.relativize(file).toString());
        }
        check(project, root, "sums", lines(sums));
    }

    private static void checkGraph(GraphCase project, Path root, MainModules mains, ModuleGraph graph) {
        check(project, root, "zips", lines(graph.zipsToDownload()));
        check(project, root, "mods", lines(graph.goModFiles()));
        check(project, root, "build list", lines(graph.buildList()));
        check(
                project,
                root,
                "go version",
                graph.goVersion() + " " + graph.goVersionRequiredBy().orElse(""));
        if (project.wanted.containsKey("changes") || project.wanted.containsKey("zips before graph")) {
            project.wanted.putIfAbsent("changes", "");
            check(project, root, "changes", lines(graph.goModChanges()));
        }
        List<String> notices = new ArrayList<>(mains.notices());
        notices.addAll(graph.notices());
        project.wanted.putIfAbsent("notices", "");
        check(project, root, "notices", lines(notices));
    }

    private static String lines(List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static void check(GraphCase project, Path root, String what, String actual) {
        String wanted = project.wanted.get(what);
        if (wanted != null) {
            assertEquals(wanted, actual.replace(root.toString(), "ROOT"), what);
        }
    }

    private static void checkError(GraphCase project, Path root, String actual) {
        String shown = actual.replace(root.toString(), "ROOT");
        for (String part : project.wanted.getOrDefault("error", "no error").split("\n")) {
            assertTrue(shown.contains(part), () -> "<" + part + "> in\n" + shown);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatTheGoCommandDoes(String name) throws Exception {
        GraphCase project = read(name);
        if (project.wanted.containsKey("differs from go")) {
            return;
        }
        Path start = project.writeProject(temp.resolve("project"));
        Outcome ours = Outcome.ofGraph(project, start, Runnable::run);
        Path cache = temp.resolve("cache");
        GoTool go = AgainstGoTest.go(temp).modCache(cache).proxy(proxy(project));
        project.env.forEach(go::with);
        assertEquals("", ours.differenceFrom(Outcome.ofGo(go, start, cache)));
        if (!ours.failed()) {
            project.writeProject(temp.resolve("project")); // The go command may have changed go.mod.
            assertEquals("", Outcome.buildListDifference(ours, go, start));
        }
    }

    private String proxy(GraphCase project) throws IOException {
        return project.writeProxy(temp.resolve("proxy")).url();
    }
}
