package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project and the proxy that it gets modules from, as one text of sections like
 *
 * <pre>
 * -- go.mod --                        a file of the project
 * -- proxy example.com/a@v1.0.0 --    the go.mod file of a module version on the proxy
 * -- nomod example.com/b@v1.0.0 --    the same, made up by the proxy: the zip has no go.mod file
 * -- env --                           settings, NAME=value a line
 * -- dir --                           the directory to start in, if not the project's
 * -- want zips --                     expectations of {@link GraphCasesTest}
 * </pre>
 *
 * What stands before the first section says what the case is about.
 */
final class GraphCase {
    final String name;
    final Map<String, String> files = new LinkedHashMap<>();
    final Map<ModuleVersion, String> proxy = new TreeMap<>();
    final Map<String, String> wanted = new LinkedHashMap<>();
    final Map<String, String> env = new TreeMap<>();
    private final List<ModuleVersion> withoutMod = new ArrayList<>();
    private String dir = "";

    GraphCase(String name) {
        this.name = name;
    }

    static GraphCase parse(String name, String text) {
        GraphCase parsed = new GraphCase(name);
        String section = null;
        StringBuilder content = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                parsed.add(section, content.toString());
                section = line.substring(3, line.length() - 3);
                content.setLength(0);
            } else {
                content.append(line).append('\n');
            }
        }
        content.setLength(content.length() - 1);
        parsed.add(section, content.toString());
        return parsed;
    }

    private void add(String section, String content) {
        if (section == null) {
            return;
        }
        if (section.startsWith("proxy ")) {
            addModule(version(section.substring(6)), content);
        } else if (section.startsWith("nomod ")) {
            addModuleWithoutMod(version(section.substring(6)), content);
        } else if (section.startsWith("want ")) {
            wanted.put(section.substring(5), content.strip());
        } else if (section.equals("dir")) {
            dir = content.strip();
        } else if (section.equals("env")) {
            for (String line : content.split("\n")) {
                env.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        } else {
            files.put(section, content);
        }
    }

    void addModule(ModuleVersion module, String goMod) {
        proxy.put(module, goMod);
    }

    void addModuleWithoutMod(ModuleVersion module, String goMod) {
        proxy.put(module, goMod);
        withoutMod.add(module);
    }

    private static ModuleVersion version(String text) {
        int at = text.indexOf('@');
        return new ModuleVersion(text.substring(0, at), text.substring(at + 1));
    }

    /** Writes the project's files. Returns the directory to start in. */
    Path writeProject(Path root) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(root.resolve(dir));
        return root.resolve(dir);
    }

    GoProxyTree writeProxy(Path root) throws IOException {
        List<ModuleFixture> fixtures = new ArrayList<>();
        for (Map.Entry<ModuleVersion, String> entry : proxy.entrySet()) {
            ModuleVersion module = entry.getKey();
            ModuleFixture.Builder builder =
                    ModuleFixture.module(module.path(), module.version()).stored();
            if (withoutMod.contains(module)) {
                builder.withoutGoMod();
            }
            fixtures.add(builder.goMod(entry.getValue()).build());
        }
        return GoProxyTree.write(Files.createDirectories(root), fixtures);
    }

    /** A go.mod file of the proxy, parsed. */
    GoMod goMod(ModuleVersion module) throws IOException {
        String text = proxy.get(module);
        if (text == null) {
            throw new FileNotFoundException("there is no " + module + " on the proxy");
        }
        return GoMod.parseDependency(module + "/go.mod", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The case as text that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append('\n');
        files.forEach((file, content) -> section(text, file, content));
        proxy.forEach((module, content) ->
                section(text, (withoutMod.contains(module) ? "nomod " : "proxy ") + module, content));
        return text.toString();
    }

    private static void section(StringBuilder text, String header, String content) {
        text.append("-- ").append(header).append(" --\n").append(content);
        if (!content.endsWith("\n")) {
            text.append('\n');
        }
    }
}
