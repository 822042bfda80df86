package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;

import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One case for each feature of go.mod, go.work and module versions: the cache is the one the go command leaves. */
class DifferentialTest {

    private static final ModuleFixture LEAF =
            module("example.com/leaf", "v1.0.0").build();
    private static final ModuleFixture LEAF_NEWER =
            module("example.com/leaf", "v1.2.0").build();
    private static final ModuleFixture LEAF_GO_116 =
            module("example.com/leaf", "v1.1.0").go("1.16").build();
    private static final ModuleFixture MIDDLE =
            module("example.com/middle", "v0.3.0").requires(LEAF).build();
    private static final ModuleFixture TOP =
            module("example.com/top", "v1.0.0").requires(MIDDLE).build();

    @TempDir
    Path temp;

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "versions",
        "graphs",
        "directives",
        "workspaces",
        "contents",
        "settings",
        "infoFiles",
        "hostileRequirements"
    })
    void leavesTheCacheThatTheGoCommandLeaves(Scenario scenario) throws Exception {
        SideBySide.compare(temp, scenario);
    }

    private static Scenario requiring(String name, ModuleFixture... modules) {
        StringBuilder mod = new StringBuilder("\ngo 1.21\n");
        for (ModuleFixture m : modules) {
            mod.append("\nrequire ")
                    .append(m.path())
                    .append(' ')
                    .append(m.version())
                    .append('\n');
        }
        return Scenario.of(name).main(mod.toString()).proxy(modules);
    }

    static Stream<Scenario> versions() {
        return Stream.of(
                requiring("one module", LEAF),
                requiring(
                        "capital letters",
                        module("example.com/BurntSushi/TOML", "v0.3.1-RC1").build()),
                requiring(
                        "major version suffix",
                        module("example.com/a/v2", "v2.0.0").build()),
                requiring("gopkg.in", module("gopkg.in/yaml.v2", "v2.4.0").build()),
                requiring(
                        "incompatible",
                        module("example.com/old", "v4.1.0+incompatible")
                                .withoutGoMod()
                                .goMod("module example.com/old\n")
                                .build()),
                requiring(
                        "pseudo-version",
                        module("example.com/a", "v0.0.0-20240102030405-0123456789ab")
                                .build()),
                requiring(
                        "pseudo-version after a tag",
                        module("example.com/a", "v1.2.4-0.20240102030405-0123456789ab")
                                .build()),
                requiring(
                        "pre-release", module("example.com/a", "v1.0.0-beta.2").build()),
                requiring(
                        "long path",
                        module("example.com/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p", "v1.0.0")
                                .build()),
                requiring(
                        "odd letters",
                        module("example.com/a~b_c-d.e/x", "v1.0.0").build()),
                requiring(
                        "two versions of one path",
                        module("example.com/a", "v1.0.0").build(),
                        module("example.com/a/v2", "v2.0.0").build()));
    }

    static Stream<Scenario> graphs() {
        ModuleFixture old =
                module("example.com/old", "v1.0.0").go("1.16").requires(MIDDLE).build();
        ModuleFixture back = module("example.com/back", "v1.0.0")
                .requires("example.com/forth", "v1.0.0")
                .build();
        ModuleFixture forth = module("example.com/forth", "v1.0.0")
                .requires("example.com/back", "v1.0.0")
                .build();
        ModuleFixture home = module("example.com/home", "v1.0.0")
                .requires("example.test/main", "v0.1.0")
                .build();
        return Stream.of(
                Scenario.of("no requirements").main("\ngo 1.21\n"),
                Scenario.of("no requirements, no go line").main(""),
                requiring("direct only: the rest is pruned", TOP).proxy(MIDDLE, LEAF),
                requiring("all listed", TOP, MIDDLE, LEAF),
                Scenario.of("go 1.16: everything")
                        .main("\ngo 1.16\n\nrequire example.com/top v1.0.0\n")
                        .proxy(TOP, MIDDLE, LEAF),
                Scenario.of("no go line: everything")
                        .main("\nrequire example.com/top v1.0.0\n")
                        .proxy(TOP, MIDDLE, LEAF),
                Scenario.of("go 1.17")
                        .main("\ngo 1.17\n\nrequire example.com/top v1.0.0\n")
                        .proxy(TOP, MIDDLE, LEAF),
                requiring("a dependency without pruning", old).proxy(MIDDLE, LEAF),
                requiring(
                                "a dependency's dependency without pruning",
                                module("example.com/x", "v1.0.0").requires(old).build())
                        .proxy(old, MIDDLE, LEAF),
                requiring("higher version listed", MIDDLE, LEAF_NEWER).proxy(LEAF),
                requiring(
                                "higher version needed than listed",
                                LEAF,
                                module("example.com/x", "v1.0.0")
                                        .requires(LEAF_NEWER)
                                        .build())
                        .proxy(LEAF_NEWER),
                requiring(
                                "higher version needed two levels down",
                                LEAF,
                                module("example.com/x", "v1.0.0")
                                        .requires("example.com/y", "v1.0.0")
                                        .build())
                        .proxy(
                                module("example.com/y", "v1.0.0")
                                        .requires(LEAF_NEWER)
                                        .build(),
                                LEAF_NEWER),
                Scenario.of("diamond at go 1.16")
                        .main("\ngo 1.16\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0\n)\n")
                        .proxy(
                                module("example.com/a", "v1.0.0").requires(LEAF).build(),
                                module("example.com/b", "v1.0.0")
                                        .requires(LEAF_NEWER)
                                        .build(),
                                LEAF,
                                LEAF_NEWER),
                requiring("a cycle", back).proxy(forth),
                Scenario.of("a cycle at go 1.16")
                        .main("\ngo 1.16\n\nrequire example.com/back v1.0.0\n")
                        .proxy(back, forth),
                requiring("a cycle through the main module", home),
                Scenario.of("a cycle through the main module at go 1.16")
                        .main("\ngo 1.16\n\nrequire example.com/home v1.0.0\n")
                        .proxy(home),
                Scenario.of("indirect requirements")
                        .main("\n"
                                + "go 1.21\n\n"
                                + "require example.com/top v1.0.0\n\n"
                                + "require (\n"
                                + "\texample.com/middle v0.3.0 // indirect\n"
                                + "\texample.com/leaf v1.0.0 // indirect\n"
                                + ")\n")
                        .proxy(TOP, MIDDLE, LEAF),
                requiring("pruned at one, unpruned at another", LEAF_GO_116, old)
                        .proxy(MIDDLE, LEAF),
                Scenario.of("pre-releases in order")
                        .main("\ngo 1.16\n\nrequire example.com/x v1.0.0\n\nrequire example.com/p v1.0.0-rc.2\n")
                        .proxy(
                                module("example.com/x", "v1.0.0")
                                        .requires("example.com/p", "v1.0.0-rc.10")
                                        .build(),
                                module("example.com/p", "v1.0.0-rc.2").build(),
                                module("example.com/p", "v1.0.0-rc.10").build()));
    }

    /** A module at go 1.16, so that all of its graph is read, that requires something that must not become a path. */
    private static Scenario requiringOdd(String name, String requirement) {
        return Scenario.of("a dependency requires " + name)
                .main("\ngo 1.16\n\nrequire example.com/q v1.0.0\n")
                .proxy(module("example.com/q", "v1.0.0")
                        .goMod("module example.com/q\n\nrequire " + requirement + "\n")
                        .build());
    }

    static Stream<Scenario> hostileRequirements() {
        return Stream.of(
                requiringOdd("a path that climbs", "../../../../escaped v1.0.0"),
                requiringOdd("a path that climbs in the middle", "example.com/../../escaped v1.0.0"),
                requiringOdd("an absolute path", "/tmp/escaped v1.0.0"),
                requiringOdd("an empty path", "\"\" v1.0.0"),
                requiringOdd("a path with a space", "\"example.com/a b\" v1.0.0"),
                requiringOdd("a path with a query", "\"example.com/a?x=y\" v1.0.0"),
                requiringOdd("a path with a per cent", "\"example.com/a%2fb\" v1.0.0"),
                requiringOdd("a host", "\"user@example.com/a\" v1.0.0"),
                requiringOdd("a version that climbs", "example.com/leaf v1.0.0/../../escaped"),
                requiringOdd("a version that is a branch", "example.com/leaf main"),
                requiringOdd("an incomplete version", "example.com/leaf v1"),
                requiringOdd("a version with build metadata", "example.com/leaf v1.0.0+meta"),
                requiringOdd("a standard package", "fmt v1.0.0"),
                requiringOdd("itself", "example.com/q v1.1.0"),
                requiringOdd("what nobody has", "example.com/nobody v1.0.0"));
    }

    static Stream<Scenario> directives() {
        ModuleFixture fork = module("example.com/fork", "v1.5.0")
                .goMod("module example.com/leaf\n\ngo 1.21\n")
                .build();
        String require = "\ngo 1.21\n\nrequire example.com/leaf v1.0.0\n";
        return Stream.of(
                Scenario.of("replace one version by another")
                        .main(require + "\nreplace example.com/leaf v1.0.0 => example.com/leaf v1.2.0\n")
                        .proxy(LEAF_NEWER),
                Scenario.of("replace every version by a fork")
                        .main(require + "\nreplace example.com/leaf => example.com/fork v1.5.0\n")
                        .proxy(fork),
                Scenario.of("replace of a version that is not used")
                        .main(require + "\nreplace example.com/leaf v1.1.0 => example.com/fork v1.5.0\n")
                        .proxy(LEAF, fork),
                Scenario.of("replace by a directory")
                        .main(require + "\nrequire example.com/middle v0.3.0\n\nreplace example.com/leaf => ./local\n")
                        .file("local/go.mod", "module example.com/leaf\n\ngo 1.21\n\nrequire example.com/deep v1.0.0\n")
                        .file("local/leaf.go", "package leaf\n")
                        .proxy(MIDDLE, module("example.com/deep", "v1.0.0").build()),
                Scenario.of("replace by a directory at go 1.16")
                        .main("\ngo 1.16\n\nrequire example.com/leaf v1.0.0\n\nreplace example.com/leaf => ./local\n")
                        .file("local/go.mod", "module example.com/leaf\n\nrequire example.com/deep v1.0.0\n")
                        .proxy(module("example.com/deep", "v1.0.0").build()),
                Scenario.of("replace within a dependency does not count")
                        .main("\ngo 1.21\n\nrequire example.com/r v1.0.0\n")
                        .proxy(
                                module("example.com/r", "v1.0.0")
                                        .goMod("module example.com/r\n\n"
                                                + "go 1.21\n\n"
                                                + "require example.com/leaf v1.0.0\n\n"
                                                + "replace example.com/leaf => ../nowhere\n\n"
                                                + "exclude example.com/leaf v1.0.0\n")
                                        .build(),
                                LEAF),
                Scenario.of("replaced module of a dependency")
                        .main("\n"
                                + "go 1.16\n\n"
                                + "require example.com/middle v0.3.0\n\n"
                                + "replace example.com/leaf => example.com/fork v1.5.0\n")
                        .proxy(MIDDLE, fork),
                Scenario.of("exclude what a dependency asks for")
                        .main("\n"
                                + "go 1.16\n\n"
                                + "require example.com/top v1.0.0\n\n"
                                + "require example.com/leaf v1.0.0\n\n"
                                + "exclude example.com/leaf v1.2.0\n")
                        .proxy(
                                TOP,
                                MIDDLE,
                                LEAF,
                                LEAF_NEWER,
                                module("example.com/z", "v1.0.0")
                                        .requires(LEAF_NEWER)
                                        .build()),
                Scenario.of("exclude what nobody asks for")
                        .main(require + "\nexclude example.com/leaf v1.2.0\n")
                        .proxy(LEAF),
                Scenario.of("toolchain")
                        .main("\ngo 1.21\n\ntoolchain go1.21.3\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("toolchain default")
                        .main("\ngo 1.21\n\ntoolchain default\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("tool")
                        .main("\ngo 1.24\n\ntool example.com/leaf/cmd\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("godebug")
                        .main("\n"
                                + "go 1.23\n\n"
                                + "godebug (\n"
                                + "\tdefault=go1.21\n"
                                + "\tpanicnil=1\n"
                                + ")\n\n"
                                + "require example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("ignore")
                        .main("\ngo 1.25\n\nignore ./node_modules\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("retract")
                        .main("\ngo 1.21\n\nrequire example.com/leaf v1.0.0\n\nretract [v0.1.0, v0.2.0] // bad\n")
                        .proxy(LEAF),
                Scenario.of("a dependency that retracts itself")
                        .main("\ngo 1.21\n\nrequire example.com/q v1.0.0\n")
                        .proxy(module("example.com/q", "v1.0.0")
                                .goMod("// Deprecated: no more.\n"
                                        + "module example.com/q\n\n"
                                        + "go 1.21\n\n"
                                        + "retract v1.0.0 // sorry\n")
                                .build()),
                Scenario.of("a dependency with unknown directives")
                        .main("\ngo 1.21\n\nrequire example.com/q v1.0.0\n")
                        .proxy(module("example.com/q", "v1.0.0")
                                .goMod("module example.com/q\n\ngo 1.21\n\nfuture stuff (\n\tx y z\n)\n")
                                .build()),
                Scenario.of("a dependency with toolchain and godebug")
                        .main("\ngo 1.21\n\nrequire example.com/q v1.0.0\n")
                        .proxy(module("example.com/q", "v1.0.0")
                                .goMod("module example.com/q\n\n"
                                        + "go 1.21\n\n"
                                        + "toolchain go1.99.0\n\n"
                                        + "godebug default=go1.20\n")
                                .build()),
                Scenario.of("quotes, comments and blocks")
                        .file("go.mod", "/* not a comment in go.mod */\n")
                        .file(
                                "go.mod",
                                "// comment\n"
                                        + "module \"example.test/main\" // name\n\n"
                                        + "go 1.21 // go\n\n"
                                        + "require ( // many\n"
                                        + "\t\"example.com/leaf\" v1.0.0 // one\n\n"
                                        + "\t// two\n"
                                        + "\t`example.com/middle` v0.3.0\n"
                                        + ")\n")
                        .proxy(MIDDLE, LEAF),
                Scenario.of("lines ending in CR LF")
                        .file(
                                "go.mod",
                                "module example.test/main\r\n\r\ngo 1.21\r\n\r\nrequire example.com/leaf v1.0.0\r\n")
                        .proxy(LEAF),
                Scenario.of("go 1.26")
                        .main("\ngo 1.26\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("go 1.21.0")
                        .main("\ngo 1.21.0\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF),
                Scenario.of("go 1.22rc1")
                        .main("\ngo 1.22rc1\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF));
    }

    static Stream<Scenario> workspaces() {
        String api = "module example.test/api\n\ngo 1.21\n\nrequire example.com/top v1.0.0\n";
        String worker = "module example.test/worker\n\n"
                + "go 1.21\n\n"
                + "require example.com/leaf v1.2.0\n\n"
                + "require example.test/api v0.0.0\n";
        ModuleFixture fork = module("example.com/fork", "v1.5.0")
                .goMod("module example.com/leaf\n\ngo 1.21\n")
                .build();
        return Stream.of(
                Scenario.of("go.work of two modules")
                        .file("go.work", "go 1.21\n\nuse (\n\t./api\n\t./worker\n)\n")
                        .file("api/go.mod", api)
                        .file("worker/go.mod", worker)
                        .proxy(TOP, MIDDLE, LEAF, LEAF_NEWER),
                Scenario.of("go.work of one module")
                        .file("go.work", "go 1.21\n\nuse ./api\n")
                        .file("api/go.mod", api)
                        .proxy(TOP, MIDDLE, LEAF),
                Scenario.of("go.work with replace")
                        .file(
                                "go.work",
                                "go 1.21\n\nuse ./api\n\nreplace example.com/leaf => example.com/fork v1.5.0\n")
                        .file("api/go.mod", api)
                        .proxy(TOP, MIDDLE, fork),
                Scenario.of("go.work and a replace in a module")
                        .file("go.work", "go 1.21\n\nuse ./api\n")
                        .file("api/go.mod", api + "\nreplace example.com/leaf => example.com/fork v1.5.0\n")
                        .proxy(TOP, MIDDLE, fork),
                Scenario.of("go.work with toolchain and godebug")
                        .file("go.work", "go 1.23\n\ntoolchain go1.23.1\n\ngodebug default=go1.21\n\nuse ./api\n")
                        .file("api/go.mod", api)
                        .proxy(TOP, MIDDLE, LEAF),
                Scenario.of("go.work without modules' needs")
                        .file("go.work", "go 1.21\n\nuse ./api\n")
                        .file("api/go.mod", "module example.test/api\n\ngo 1.21\n"),
                Scenario.of("go.work with sums of its own")
                        .file("go.work", "go 1.21\n\nuse ./api\n")
                        .file("api/go.mod", api)
                        .file("api/go.sum", TOP.goSumLines())
                        .file("go.work.sum", GoProxyTree.goSum(MIDDLE, LEAF))
                        .proxy(TOP, MIDDLE, LEAF)
                        .withoutGoSum(),
                Scenario.of("go.work switched off")
                        .file("go.work", "go 1.21\n\nuse ./api\n")
                        .file("api/go.mod", api)
                        .main("\ngo 1.21\n\nrequire example.com/leaf v1.0.0\n")
                        .proxy(LEAF)
                        .with("GOWORK", "off"));
    }

    static Stream<Scenario> contents() {
        ModuleFixture.Builder many = module("example.com/many", "v1.0.0");
        for (int i = 0; i < 300; i++) {
            many.file("dir" + i % 20 + "/sub/file" + i + ".go", "package sub\n");
        }
        return Stream.of(
                requiring("many files", many.build()),
                requiring(
                        "empty files, spaces, letters beyond ASCII",
                        module("example.com/odd", "v1.0.0")
                                .file("empty", "")
                                .file("a b/c d.txt", "x")
                                .file("testdata/é/日本.txt", "x")
                                .file(".hidden/.x", "x")
                                .file("sub/vendor/x.go", "package x\n")
                                .file("Makefile", "all:\n")
                                .build()),
                requiring(
                        "binary and large files",
                        module("example.com/large", "v1.0.0")
                                .file("data.bin", randomBytes(3_000_000))
                                .file("zeros", new byte[2_000_000])
                                .build()),
                requiring(
                        "stored entries",
                        module("example.com/stored", "v1.0.0")
                                .stored()
                                .file("data.bin", randomBytes(100_000))
                                .build()),
                requiring(
                        "go.mod alone",
                        module("example.com/nothing", "v1.0.0").withoutFiles().build()),
                requiring(
                        "a .mod that is not the one in the zip",
                        module("example.com/syn", "v1.0.0")
                                .withoutGoMod()
                                .goMod("module example.com/syn\n")
                                .build()));
    }

    static Stream<Scenario> infoFiles() {
        String time = "\"Time\":\"2024-01-02T03:04:05Z\"";
        return Stream.of(
                        "{\"Time\":\"2024-01-02T03:04:05.123456789+02:00\",\"Version\":\"v1.0.0\",\"Extra\":[1,{}]}\n",
                        "{\"Version\":\"v1.0.0\"}",
                        "{\"Version\":\"v1.0.0\",\"Time\":null}",
                        "{\"version\":\"v1.0.0\",\"TIME\":\"2024-01-02T03:04:05.100Z\"}",
                        "{\"Version\":\"v1.0.0\",\"Name\":\"x\",\"Short\":\"y\"," + time + "}",
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2024-01-02T03:04:05+00:00\"}",
                        "{\"Version\":\"v9.9.9\",\"Version\":\"v1.0.0\"," + time + "}",
                        "{\"Version\":\"v1.0.0\"," + time
                                + ",\"Origin\":{\"VCS\":\"git\",\"URL\":\"https://example.com/i\","
                                + "\"Hash\":\"abc\",\"Ref\":\"refs/tags/v1.0.0\",\"Subdir\":\"s\"}}",
                        "{\"Version\":\"v1.0.0\"," + time
                                + ",\"Origin\":{\"Hash\":\"<&>\\u00e9\\u2028\",\"TagSum\":\"t1:x\","
                                + "\"TagPrefix\":\"p\",\"RepoSum\":\"r1:\",\"URL\":\"\"}}",
                        "{\"Version\":\"v1.0.0\"," + time + ",\"Origin\":null}",
                        "{\"Version\":\"v1.0.0\"," + time + ",\"Origin\":{}}",
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2024-01-02\"}",
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2024-02-30T03:04:05Z\"}",
                        "{\"Version\":\"v1.0.1\"," + time + "}",
                        "{\"Version\":1," + time + "}",
                        "{\"Version\":\"v1.0.0\"," + time + "} trailing",
                        "{\"Version\":\"v1.0.0\",",
                        "{}",
                        "null",
                        "[]",
                        "")
                .map(text -> requiring(
                        "info " + text,
                        module("example.com/info", "v1.0.0").build().withInfo(text)));
    }

    static Stream<Scenario> settings() {
        return Stream.of(
                requiring("writable cache", TOP, MIDDLE, LEAF).with("GOFLAGS", "-mod=mod -modcacherw"),
                requiring("-mod=readonly", TOP, MIDDLE, LEAF).with("GOFLAGS", "-mod=readonly"),
                requiring("no GOFLAGS", TOP, MIDDLE, LEAF).with("GOFLAGS", ""),
                requiring("no checksum database", TOP, MIDDLE, LEAF)
                        .with("GOSUMDB", "off")
                        .with("GONOSUMDB", ""));
    }

    private static byte[] randomBytes(int n) {
        byte[] bytes = new byte[n];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }
}
