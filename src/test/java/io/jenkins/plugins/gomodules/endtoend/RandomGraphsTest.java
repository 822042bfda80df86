package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Graphs that nobody thought of: modules at several versions, which require each other at random, at go versions with
 * and without graph pruning, with replacements and exclusions. A failing seed is a complete description of the case.
 */
class RandomGraphsTest {

    private static final int GRAPHS = Integer.getInteger("gomodules.graphs", 40);
    private static final String[] GO = {"", "1.14", "1.16", "1.17", "1.20", "1.21", "1.22"};

    @TempDir
    Path temp;

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    static IntStream seeds() {
        int first = Integer.getInteger("gomodules.seed", 1);
        return IntStream.range(first, first + GRAPHS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesTheCacheThatTheGoCommandLeaves(int seed) throws Exception {
        SideBySide.compare(temp, new Graph(new Random(seed)).scenario("seed " + seed));
    }

    private static final class Graph {
        private final Random random;
        private final int paths;
        private final int versions;

        Graph(Random random) {
            this.random = random;
            this.paths = 2 + random.nextInt(8);
            this.versions = 1 + random.nextInt(4);
        }

        Scenario scenario(String name) {
            List<ModuleFixture> modules = new ArrayList<>();
            for (int p = 0; p < paths; p++) {
                for (int v = 0; v < versions; v++) {
                    modules.add(module(p, v));
                }
            }
            Scenario scenario = Scenario.of(name).proxy(modules);
            if (random.nextInt(4) > 0) {
                return scenario.main(goLine() + requirements() + replacement());
            }
            return scenario.file("go.work", "go 1.22\n\nuse ./one\n\nuse ./two\n" + replacement())
                    .file("one/go.mod", "module example.test/one\n" + goLine() + requirements())
                    .file("two/go.mod", "module example.test/two\n" + goLine() + requirements());
        }

        private static String path(int p) {
            return "example.com/m" + p;
        }

        private static String version(int v) {
            return "v1." + v + ".0";
        }

        private ModuleFixture module(int p, int v) {
            ModuleFixture.Builder module =
                    ModuleFixture.module(path(p), version(v)).go(pick(GO));
            for (int i = random.nextInt(4); i > 0; i--) {
                int other = random.nextInt(paths);
                if (other != p) {
                    module.requires(path(other), version(random.nextInt(versions)));
                }
            }
            return module.build();
        }

        private String goLine() {
            String go = pick(GO);
            return go.isEmpty() ? "" : "\ngo " + go + "\n";
        }

        /** What is required is not excluded as well: the go command cannot download then. */
        private String requirements() {
            StringBuilder mod = new StringBuilder();
            Set<String> required = new HashSet<>();
            for (int p = 0; p < paths; p++) {
                if (random.nextInt(3) > 0) {
                    String module = at(p);
                    required.add(module);
                    mod.append("\nrequire ").append(module).append(random.nextBoolean() ? "\n" : " // indirect\n");
                }
            }
            String excluded = at(random.nextInt(paths));
            if (random.nextInt(3) == 0 && !required.contains(excluded)) {
                mod.append("\nexclude ").append(excluded).append('\n');
            }
            return mod.toString();
        }

        private String replacement() {
            if (random.nextInt(4) > 0) {
                return "";
            }
            int p = random.nextInt(paths);
            String old = random.nextBoolean() ? path(p) : at(p);
            return "\nreplace " + old + " => " + at(p) + "\n";
        }

        private String at(int p) {
            return path(p) + " " + version(random.nextInt(versions));
        }

        private String pick(String[] choice) {
            return choice[random.nextInt(choice.length)];
        }
    }
}
