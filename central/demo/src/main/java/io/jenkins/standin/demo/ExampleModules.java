package io.jenkins.standin.demo;

import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads modules that are kept as source trees in directories named {@code <path>@<version>}. */
final class ExampleModules {
    private ExampleModules() {}

    private record Tree(Path dir, String module, String version) {}

    /** For a GOPROXY. */
    static List<ModuleFixture> read(Path root) throws IOException {
        List<ModuleFixture> modules = new ArrayList<>();
        for (Tree tree : trees(root)) {
            ModuleFixture.Builder module = ModuleFixture.module(tree.module(), tree.version());
            files(tree).forEach((name, text) -> {
                if (name.equals("go.mod")) {
                    module.goMod(text);
                } else {
                    module.file(name, text);
                }
            });
            modules.add(module.build());
        }
        return modules;
    }

    /** Makes a repository of each module below {@code <root>/<host>}, with its version as tag. */
    static void commit(Path root, String host, GitRepositories repositories) throws IOException, InterruptedException {
        for (Tree tree : trees(root.resolve(host))) {
            repositories.commit(tree.module().replaceFirst("\\.git$", ""), tree.version(), files(tree));
        }
    }

    private static List<Tree> trees(Path root) throws IOException {
        List<Tree> trees = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path dir : all.filter(path -> path.getFileName().toString().contains("@"))
                    .sorted()
                    .toList()) {
                String name = slashed(root, dir);
                int at = name.lastIndexOf('@');
                trees.add(new Tree(dir, name.substring(0, at), name.substring(at + 1)));
            }
        }
        return trees;
    }

    private static Map<String, String> files(Tree tree) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(tree.dir())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(slashed(tree.dir(), file), Files.readString(file));
            }
        }
        return texts;
    }

    private static String slashed(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
