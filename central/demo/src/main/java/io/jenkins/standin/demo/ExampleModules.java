package io.jenkins.standin.demo;

import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads modules that are kept as source trees in directories named {@code <path>@<version>}. */
final class ExampleModules {
    private ExampleModules() {}

    static List<ModuleFixture> read(Path root) throws IOException {
        List<ModuleFixture> modules = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path tree : all.filter(path -> path.getFileName().toString().contains("@"))
                    .sorted()
                    .toList()) {
                String name = root.relativize(tree).toString().replace('\\', '/');
                int at = name.lastIndexOf('@');
                modules.add(module(tree, name.substring(0, at), name.substring(at + 1)));
            }
        }
        return modules;
    }

    private static ModuleFixture module(Path tree, String path, String version) throws IOException {
        ModuleFixture.Builder module =
                ModuleFixture.module(path, version).goMod(Files.readString(tree.resolve("go.mod")));
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = tree.relativize(file).toString().replace('\\', '/');
                if (!name.equals("go.mod")) {
                    module.file(name, Files.readAllBytes(file));
                }
            }
        }
        return module.build();
    }
}
