package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The go command judges the odd zips as the table does. */
@Execution(ExecutionMode.CONCURRENT)
class OddZipsTest {

    @TempDir
    Path temp;

    @Test
    void theGoCommandAgrees() throws Exception {
        GoTool go = GoTool.orSkip(temp.resolve("home")).modCache(temp.resolve("cache"));
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (LoopbackProxy proxy = LoopbackProxy.start()) {
            go.proxy(proxy.url());
            int n = 0;
            for (OddZip zip : OddZips.of(module(0))) {
                ModuleFixture module = module(++n);
                OddZip same = OddZips.of(module).get(n - 1);
                proxy.add(module.withZip(same.bytes()));
                Path main = Project.write(temp.resolve("main" + n), goMod(module), "");
                boolean accepted =
                        go.run(main, "mod", "download", module.path()).exit() == 0;
                expected.add(zip + ": " + zip.valid());
                found.add(zip + ": " + accepted);
                if (accepted) {
                    expected.add(zip + ": " + same.hash());
                    found.add(zip + ": " + sum(main, module));
                }
            }
        } finally {
            Trees.makeDeletable(temp);
        }
        assertEquals(lines(expected), lines(found));
    }

    private static ModuleFixture module(int n) {
        return ModuleFixture.module("example.com/odd" + n, "v1.0.0").build();
    }

    private static String goMod(ModuleFixture module) {
        return "module example.test/main\n\ngo 1.21\n\nrequire " + module.path() + " v1.0.0\n";
    }

    private static String sum(Path main, ModuleFixture module) throws Exception {
        try (Stream<String> lines = Files.lines(main.resolve("go.sum"))) {
            return lines.filter(l -> l.startsWith(module.path() + " v1.0.0 h1:"))
                    .map(l -> l.substring(l.indexOf("h1:")))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String lines(List<String> list) {
        return list.stream().collect(Collectors.joining("\n"));
    }
}
