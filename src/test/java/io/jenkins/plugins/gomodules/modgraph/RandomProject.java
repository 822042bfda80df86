package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up a project and the modules it can get, with all that go.mod and go.work files can say. */
final class RandomProject {
    private static final String[] PATHS = {
        "ex.com/a", "ex.com/b", "ex.com/B", "ex.com/c", "ex.com/c/v2", "ex.com/c/v3", "gopkg.in/d.v1", "ex.com/e",
        "other.org/f", "other.org/f/sub", "other.org/Upper/g", "x.io/h", "x.io/i", "x.io/j", "x.io/k", "ex.com/main"
    };
    private static final String[] PLAIN = {
        "v0.1.0",
        "v1.0.0",
        "v1.1.0",
        "v1.2.0-beta.1",
        "v1.2.0",
        "v1.10.0",
        "v0.0.0-20200101000000-abcdefabcdef",
        "v2.0.0+incompatible",
        "v3.1.0+incompatible"
    };
    private static final String[] GO_LINES = {
        "", "", "1.11", "1.13", "1.14", "1.15", "1.16", "1.16", "1.17", "1.17", "1.18", "1.20", "1.21", "1.21.0",
        "1.21.13", "1.22", "1.22.0", "1.23.4", "1.24.0", "1.25.0", "1.26"
    };

    private final Random random;
    private final GraphCase project;
    private final List<ModuleVersion> all = new ArrayList<>();
    private int directories;

    private RandomProject(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.project = new GraphCase("seed " + seed);
    }

    static GraphCase of(long seed) {
        RandomProject maker = new RandomProject(seed);
        maker.publish();
        if (maker.oneIn(3)) {
            maker.workspace();
        } else {
            maker.module();
        }
        return maker.project;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String any(String[] list) {
        return list[random.nextInt(list.length)];
    }

    private String goLine(String version) {
        return version.isEmpty() ? "" : "go " + version + "\n";
    }

    /** Fills the proxy. */
    private void publish() {
        List<String> paths = new ArrayList<>(List.of(PATHS));
        Collections.shuffle(paths, random);
        for (String path : paths.subList(0, 3 + random.nextInt(PATHS.length - 2))) {
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                ModuleVersion module = new ModuleVersion(path, versionFor(path));
                if (!all.contains(module)) {
                    all.add(module);
                }
            }
        }
        for (ModuleVersion module : all) {
            boolean incompatible = module.version().endsWith("+incompatible");
            if (incompatible || oneIn(10)) {
                project.addModuleWithoutMod(module, "module " + module.path() + "\n");
            } else if (!oneIn(400)) {
                project.addModule(module, dependency(module));
            }
        }
    }

    private String versionFor(String path) {
        if (path.endsWith("/v2")) {
            return "v2." + random.nextInt(3) + ".0";
        }
        if (path.endsWith("/v3")) {
            return oneIn(3) ? "v3.0.0-rc.1" : "v3.0." + random.nextInt(3);
        }
        if (path.endsWith(".v1")) {
            return "v1." + random.nextInt(3) + ".1";
        }
        return any(PLAIN);
    }

    private String dependency(ModuleVersion module) {
        StringBuilder text = new StringBuilder();
        text.append("module ").append(oneIn(500) ? "ex.com/elsewhere" : module.path());
        text.append('\n').append(goLine(any(GO_LINES)));
        require(text, random.nextInt(5));
        if (oneIn(8)) {
            text.append("retract ").append(module.version()).append(" // too early\n");
        }
        if (oneIn(8)) {
            text.append("replace ").append(any(all).path()).append(" => ../ignored\n");
        }
        if (oneIn(8)) {
            text.append("exclude ").append(line(any(all))).append('\n');
        }
        return text.toString();
    }

    private void require(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            ModuleVersion module = any(all);
            boolean rarelyItself = module.path().equals("ex.com/main") && !oneIn(3);
            if (!rarelyItself) {
                text.append("require ").append(line(module)).append(oneIn(3) ? " // indirect\n" : "\n");
            }
        }
    }

    /** An up-to-date go.mod: nothing can require more than it names. */
    private void requireHighest(StringBuilder text) {
        Map<String, String> highest = new TreeMap<>();
        for (ModuleVersion module : all) {
            highest.merge(module.path(), module.version(), (v, w) -> Semver.compare(v, w) < 0 ? w : v);
        }
        highest.forEach((path, version) -> {
            if (!path.equals("ex.com/main") && !oneIn(5)) {
                text.append("require ").append(path).append(' ').append(version).append('\n');
            }
        });
    }

    private static String line(ModuleVersion module) {
        return module.path() + " " + module.version();
    }

    private void module() {
        StringBuilder text = new StringBuilder("module ex.com/main\n");
        String go = any(GO_LINES);
        text.append(goLine(go));
        if (oneIn(8)) {
            text.append("toolchain go1.2").append(1 + random.nextInt(5)).append(".1\n");
        }
        mainLines(text, "");
        project.files.put("go.mod", text.toString());
    }

    /** What a main module says besides its path and Go version; {@code dir} leads back to the project's root. */
    private void mainLines(StringBuilder text, String back) {
        if (oneIn(3)) {
            requireHighest(text);
        } else {
            require(text, oneIn(20) ? 0 : 2 + random.nextInt(oneIn(2) ? 3 : 10));
        }
        int replaces = back.isEmpty() ? 4 : 2;
        for (int n = oneIn(2) ? random.nextInt(replaces) : 0; n > 0; n--) {
            replace(text, back);
        }
        for (int n = oneIn(3) ? random.nextInt(4) : 0; n > 0; n--) {
            text.append("exclude ").append(line(any(all))).append('\n');
        }
        if (oneIn(8)) {
            text.append("tool ").append(any(all).path()).append("/cmd/x\n");
        }
        if (oneIn(10)) {
            text.append("godebug default=go1.21\n");
        }
        if (oneIn(10)) {
            text.append("retract v0.9.0\n");
        }
        if (oneIn(10)) {
            text.append("ignore ./node_modules\n");
        }
    }

    private void replace(StringBuilder text, String back) {
        ModuleVersion old = any(all);
        String left = "replace " + (oneIn(2) ? old.path() : line(old));
        if (text.indexOf(left + " =>") >= 0 || text.indexOf("replace " + old.path() + " ") >= 0) {
            return; // Two lines for the same would be an error.
        }
        text.append(left).append(" => ");
        if (oneIn(2)) {
            text.append(line(any(all))).append('\n');
            return;
        }
        String dir = "local" + directories++;
        text.append(back.isEmpty() ? "./" : back).append(dir).append('\n');
        if (!oneIn(25)) {
            StringBuilder goMod = new StringBuilder();
            goMod.append(oneIn(4) ? "module unrelated\n" : oneIn(8) ? "" : "module " + old.path() + "\n");
            goMod.append(goLine(any(GO_LINES)));
            require(goMod, random.nextInt(4));
            project.files.put(dir + "/go.mod", goMod.toString());
        } else {
            project.files.put(dir + "/empty", "");
        }
    }

    private void workspace() {
        StringBuilder work =
                new StringBuilder("go ").append(oneIn(20) ? "1.18" : "1.26").append('\n');
        if (oneIn(8)) {
            work.append("toolchain go1.26.0\n");
        }
        int modules = 1 + random.nextInt(4);
        for (int i = 0; i < modules; i++) {
            String path = i == 0 ? "ex.com/main" : oneIn(4) ? any(all).path() : "ex.com/w" + i;
            boolean taken = false;
            for (int j = 0; j < i; j++) {
                taken |= project.files.get("w" + j + "/go.mod").startsWith("module " + path + "\n");
            }
            path = taken ? "ex.com/w" + i : path;
            work.append("use ./w").append(i).append('\n');
            StringBuilder text = new StringBuilder("module ").append(path).append('\n');
            text.append(goLine(any(GO_LINES)));
            mainLines(text, "../");
            if (oneIn(30)) {
                text.append("require ex.com/w1 v0.0.0\n");
            }
            project.files.put("w" + i + "/go.mod", text.toString());
        }
        for (int n = oneIn(2) ? random.nextInt(3) : 0; n > 0; n--) {
            replace(work, "");
        }
        project.files.put("go.work", work.toString());
    }
}
