package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project, and the modules that a proxy has for it. */
final class Scenario {

    private final String name;
    private final List<ModuleFixture> modules = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private boolean summed = true;

    private Scenario(String name) {
        this.name = name;
    }

    static Scenario of(String name) {
        return new Scenario(name);
    }

    /** go.mod of a main module at the root of the project; the module line is put before the text. */
    Scenario main(String goModAfterModuleLine) {
        return file("go.mod", "module example.test/main\n" + goModAfterModuleLine)
                .file("main.go", "package main\n\nfunc main() {}\n");
    }

    /** One more file of the project. */
    Scenario file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** More modules on the proxy. go.sum covers them. */
    Scenario proxy(ModuleFixture... more) {
        modules.addAll(List.of(more));
        return this;
    }

    Scenario proxy(List<ModuleFixture> more) {
        modules.addAll(more);
        return this;
    }

    /** A GO* variable for both. */
    Scenario with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** No go.sum is written for the modules. */
    Scenario withoutGoSum() {
        summed = false;
        return this;
    }

    List<ModuleFixture> modules() {
        return modules;
    }

    Map<String, String> settings() {
        return settings;
    }

    /** Writes the project. Returns dir. */
    Path write(Path dir) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = dir.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        if (summed) {
            String sums = GoProxyTree.goSum(modules);
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getKey().endsWith("go.mod") && !sums.isEmpty()) {
                    Files.writeString(dir.resolve(file.getKey()).resolveSibling("go.sum"), sums);
                }
            }
        }
        return dir;
    }

    @Override
    public String toString() {
        return name;
    }
}
