package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import io.jenkins.plugins.gomodules.testing.Zips;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.Remark;
import io.jenkins.plugins.gomodules.verify.Verifier;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cache is damaged, and {@code go mod verify} and the engine judge. Where the go command finds something, so does the
 * engine; where the engine finds more, the row says so.
 */
class VerifyDifferentialTest {

    private static final ModuleFixture A = ModuleFixture.module("example.com/a", "v1.0.0")
            .file("x.go", "package a\n\n// X is a letter.\nconst X = 1\n")
            .file("sub/y.go", "package sub\n")
            .build();
    private static final ModuleFixture B =
            ModuleFixture.module("example.com/B", "v1.2.0").requires(A).build();

    private static final String NOTHING = "";

    /** What the two say. */
    enum Verdict {
        FINE,
        WRONG,
        /** The go command says that all is verified, the engine that it is not. */
        ONLY_WE_SEE_IT
    }

    @TempDir
    Path temp;

    private Bed bed;

    /** Where there is something to damage. */
    record Place(Path cache, Path project) {
        Path tree() {
            return cache.resolve("example.com/a@v1.0.0");
        }

        Path file(String suffix) {
            return cache.resolve("cache/download/example.com/a/@v/v1.0.0." + suffix);
        }

        /** Makes sure that nothing is read-only that is to be changed. */
        Path writable(String name) throws IOException {
            Path file = tree().resolve(name);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return file;
        }

        void goSum(String from, String to) throws IOException {
            Path file = project.resolve("go.sum");
            Files.writeString(file, Files.readString(file).replace(from, to));
        }

        void goMod(String more) throws IOException {
            Path file = project.resolve("go.mod");
            Files.writeString(file, Files.readString(file) + more);
        }
    }

    /** Does it. */
    @FunctionalInterface
    interface Damage {
        void to(Place place) throws IOException;
    }

    private static Arguments row(Verdict verdict, String name, Damage damage, String findings) {
        return row(verdict, name, damage, findings, NOTHING);
    }

    private static Arguments row(Verdict verdict, String name, Damage damage, String findings, String remarks) {
        return Arguments.of(name, verdict, damage, findings, remarks);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                row(Verdict.FINE, "nothing", p -> {}, NOTHING),
                row(
                        Verdict.WRONG,
                        "a byte of a file",
                        p -> flip(p.writable("x.go"), 5),
                        "tree cache-corrupt [changed x.go]"),
                row(
                        Verdict.WRONG,
                        "a byte more",
                        p -> Files.writeString(
                                p.writable("x.go"), Files.readString(p.tree().resolve("x.go")) + "\n"),
                        "tree cache-corrupt [changed x.go]"),
                row(
                        Verdict.WRONG,
                        "a file more",
                        p -> Files.writeString(p.tree().resolve("evil.go"), "package a\n"),
                        "tree cache-corrupt [added evil.go]"),
                row(
                        Verdict.WRONG,
                        "a file in a new directory",
                        p -> Files.writeString(
                                Files.createDirectory(p.tree().resolve("evil")).resolve("e.go"), "package evil\n"),
                        "tree cache-corrupt [added evil/e.go]"),
                row(
                        Verdict.WRONG,
                        "a file less",
                        p -> Files.delete(p.tree().resolve("sub/y.go")),
                        "tree cache-corrupt [removed sub/y.go]",
                        "empty directory sub"),
                row(
                        Verdict.WRONG,
                        "renamed, changed and added",
                        p -> {
                            Files.move(p.tree().resolve("x.go"), p.tree().resolve("z.go"));
                            flip(p.writable("sub/y.go"), 1);
                        },
                        "tree cache-corrupt [changed sub/y.go, removed x.go, added z.go]"),
                row(
                        Verdict.WRONG,
                        "a hidden file",
                        p -> Files.writeString(p.tree().resolve(".hidden"), ""),
                        "tree cache-corrupt [added .hidden]"),
                row(
                        Verdict.WRONG,
                        "a name with letters beyond ASCII",
                        p -> Files.writeString(p.tree().resolve("w\u00f6rter.txt"), ""),
                        "tree cache-corrupt [added w\u00f6rter.txt]"),
                row(
                        Verdict.WRONG,
                        "a name with a line break",
                        p -> Files.writeString(p.tree().resolve("a\nb"), ""),
                        "tree cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "all files gone",
                        p -> {
                            Trees.delete(p.tree());
                            Files.createDirectory(p.tree());
                        },
                        "tree cache-corrupt [removed a.go, removed go.mod, removed sub/y.go, removed x.go]",
                        "empty directory ."),
                row(Verdict.FINE, "the tree gone", p -> Trees.delete(p.tree()), NOTHING),
                row(
                        Verdict.FINE,
                        "the tree half extracted",
                        p -> {
                            Files.delete(p.tree().resolve("x.go"));
                            Files.createFile(p.file("partial"));
                        },
                        NOTHING),
                row(
                        Verdict.FINE,
                        "a file in place of the tree",
                        p -> {
                            Trees.delete(p.tree());
                            Files.createFile(p.tree());
                        },
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "a link to the tree in its place",
                        p -> {
                            Files.move(p.tree(), p.cache().resolve("elsewhere"));
                            Files.createSymbolicLink(p.tree(), p.cache().resolve("elsewhere"));
                        },
                        "tree cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "a directory in place of a file",
                        p -> {
                            Files.delete(p.tree().resolve("x.go"));
                            Files.createDirectory(p.tree().resolve("x.go"));
                        },
                        "tree cache-corrupt [removed x.go]",
                        "empty directory x.go"),
                row(
                        Verdict.WRONG,
                        "a link that leads nowhere",
                        p -> Files.createSymbolicLink(p.tree().resolve("l"), Path.of("nowhere")),
                        "tree cache-corrupt [added l]",
                        "symbolic link l"),
                row(
                        Verdict.WRONG,
                        "a link to a directory",
                        p -> Files.createSymbolicLink(p.tree().resolve("l"), Path.of("sub")),
                        "tree cache-corrupt [added l]",
                        "symbolic link l"),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "a link to the same bytes in place of a file",
                        p -> {
                            Path outside = p.cache().resolve("outside.go");
                            Files.move(p.tree().resolve("x.go"), outside);
                            Files.createSymbolicLink(p.tree().resolve("x.go"), outside);
                        },
                        "tree cache-corrupt [changed x.go]",
                        "symbolic link x.go"));
    }

    static Stream<Arguments> modes() {
        return Stream.of(
                row(
                        Verdict.FINE,
                        "the executable bit",
                        p -> mode(p.tree().resolve("x.go"), "r-xr-xr-x"),
                        NOTHING,
                        "executable x.go"),
                row(
                        Verdict.FINE,
                        "writable by all",
                        p -> mode(p.tree().resolve("x.go"), "rw-rw-rw-"),
                        NOTHING,
                        "writable by all x.go"),
                row(
                        Verdict.FINE,
                        "a directory writable by all",
                        p -> mode(p.tree().resolve("sub"), "rwxrwxrwx"),
                        NOTHING,
                        "writable by all sub"),
                row(Verdict.FINE, "writable by its owner", p -> mode(p.tree().resolve("x.go"), "rw-r--r--"), NOTHING),
                row(
                        Verdict.FINE,
                        "an empty directory",
                        p -> Files.createDirectory(p.tree().resolve("empty")),
                        NOTHING,
                        "empty directory empty"));
    }

    static Stream<Arguments> zips() {
        return Stream.of(
                row(Verdict.FINE, "the zip gone", p -> Files.delete(p.file("zip")), NOTHING),
                row(
                        Verdict.FINE,
                        "zip and tree gone",
                        p -> {
                            Files.delete(p.file("zip"));
                            Trees.delete(p.tree());
                        },
                        NOTHING),
                row(
                        Verdict.FINE,
                        "zip, hash and tree gone",
                        p -> {
                            Files.delete(p.file("zip"));
                            Files.delete(p.file("ziphash"));
                            Trees.delete(p.tree());
                        },
                        NOTHING),
                row(
                        Verdict.FINE,
                        "zip and hash gone, so that the tree does not count",
                        p -> {
                            Files.delete(p.file("zip"));
                            Files.delete(p.file("ziphash"));
                            flip(p.writable("x.go"), 5);
                        },
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "the zip replaced",
                        p -> Files.write(p.file("zip"), otherZip()),
                        "zip cache-corrupt [changed x.go]"),
                row(
                        Verdict.WRONG,
                        "the zip replaced, the tree gone",
                        p -> {
                            Files.write(p.file("zip"), otherZip());
                            Trees.delete(p.tree());
                        },
                        "zip cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "zip and tree replaced",
                        p -> {
                            Files.write(p.file("zip"), otherZip());
                            Files.writeString(p.writable("x.go"), "package evil\n");
                        },
                        "zip cache-corrupt [] | tree cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "the zip gone, the tree changed",
                        p -> {
                            Files.delete(p.file("zip"));
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt []"),
                row(Verdict.WRONG, "the zip cut", p -> truncate(p.file("zip"), 100), "zip cache-corrupt []"),
                row(Verdict.WRONG, "the zip empty", p -> truncate(p.file("zip"), 0), "zip cache-corrupt []"),
                row(Verdict.WRONG, "a byte of the zip", p -> flip(p.file("zip"), 90), "zip cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "a directory in place of the zip",
                        p -> {
                            Files.delete(p.file("zip"));
                            Files.createDirectory(p.file("zip"));
                        },
                        "zip cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "the zip replaced, the tree changed otherwise",
                        p -> {
                            Files.write(p.file("zip"), otherZip());
                            flip(p.writable("sub/y.go"), 2);
                        },
                        "zip cache-corrupt [changed sub/y.go, changed x.go]"
                                + " | tree cache-corrupt [changed sub/y.go, changed x.go]"));
    }

    static Stream<Arguments> hashes() {
        String other = otherHash();
        return Stream.of(
                row(
                        Verdict.WRONG,
                        "the recorded hash gone",
                        p -> Files.delete(p.file("ziphash")),
                        "ziphash cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "the recorded hash emptied",
                        p -> truncate(p.file("ziphash"), 0),
                        "ziphash cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "the recorded hash full of zeroes",
                        p -> Files.write(p.file("ziphash"), new byte[47]),
                        "ziphash cache-corrupt []"),
                row(
                        Verdict.FINE,
                        "a line break behind the recorded hash",
                        p -> Files.writeString(p.file("ziphash"), A.zipHash() + "\n"),
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "the recorded hash replaced",
                        p -> Files.writeString(p.file("ziphash"), other),
                        "ziphash cache-corrupt []"),
                row(
                        Verdict.WRONG,
                        "zip and recorded hash replaced",
                        p -> {
                            Files.write(p.file("zip"), otherZip());
                            Files.writeString(p.file("ziphash"), other);
                        },
                        "ziphash cache-corrupt [] | zip cache-corrupt [changed x.go]"),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "zip, recorded hash and tree replaced",
                        p -> {
                            Files.write(p.file("zip"), otherZip());
                            Files.writeString(p.file("ziphash"), other);
                            Files.writeString(p.writable("x.go"), "package evil\n");
                        },
                        "zip checksum-mismatch []"),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "recorded hash and tree replaced, the zip gone",
                        p -> {
                            Files.delete(p.file("zip"));
                            Files.writeString(p.file("ziphash"), other);
                            Files.writeString(p.writable("x.go"), "package evil\n");
                        },
                        "tree checksum-mismatch []"),
                row(
                        Verdict.FINE,
                        "the recorded hash replaced, nothing else there",
                        p -> {
                            Files.delete(p.file("zip"));
                            Trees.delete(p.tree());
                            Files.writeString(p.file("ziphash"), other);
                        },
                        NOTHING),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "another hash in go.sum",
                        p -> p.goSum(A.zipHash(), other),
                        "zip checksum-mismatch []"),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "two hashes in go.sum",
                        p -> Files.writeString(
                                p.project().resolve("go.sum"),
                                Files.readString(p.project().resolve("go.sum")) + "example.com/a v1.0.0 " + other
                                        + "\n"),
                        "zip checksum-mismatch []"),
                row(
                        Verdict.FINE,
                        "no hash in go.sum",
                        p -> p.goSum("example.com/a v1.0.0 " + A.zipHash() + "\n", ""),
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "no hash in go.sum, and the tree changed",
                        p -> {
                            p.goSum("example.com/a v1.0.0 " + A.zipHash() + "\n", "");
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt [changed x.go]"));
    }

    static Stream<Arguments> projects() {
        return Stream.of(
                row(
                        Verdict.WRONG,
                        "another hash of go.mod in go.sum",
                        p -> p.goSum(A.modHash(), B.modHash()),
                        "mod checksum-mismatch []"),
                row(
                        Verdict.FINE,
                        "no hash of go.mod in go.sum",
                        p -> p.goSum("example.com/a v1.0.0/go.mod " + A.modHash() + "\n", ""),
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "go.mod changed in the cache",
                        p -> Files.writeString(p.file("mod"), "module example.com/a\n\ngo 1.22\n"),
                        "mod checksum-mismatch []"),
                row(
                        Verdict.WRONG,
                        "go.mod gone from the cache, without a network",
                        p -> Files.delete(p.file("mod")),
                        "mod cache-incomplete []"),
                row(Verdict.FINE, "the information gone", p -> Files.delete(p.file("info")), NOTHING),
                row(
                        Verdict.WRONG,
                        "no go.mod",
                        p -> Files.delete(p.project().resolve("go.mod")),
                        "plan go-mod-missing []"),
                row(
                        Verdict.WRONG,
                        "go.mod that does not parse",
                        p -> p.goMod("\nrequire (\n"),
                        "plan go-mod-syntax []"),
                row(
                        Verdict.WRONG,
                        "a go.sum that does not parse",
                        p -> p.goSum("example.com/a v1.0.0 ", "example.com/a "),
                        "plan go-mod-syntax []"),
                row(
                        Verdict.FINE,
                        "replaced by a directory",
                        p -> {
                            Path fork = Files.createDirectories(p.project().resolve("fork"));
                            Files.writeString(fork.resolve("go.mod"), "module example.com/a\n\ngo 1.21\n");
                            p.goMod("\nreplace example.com/a => ./fork\n");
                        },
                        NOTHING),
                row(
                        Verdict.WRONG,
                        "replaced by a directory, and what is replaced changed",
                        p -> {
                            Path fork = Files.createDirectories(p.project().resolve("fork"));
                            Files.writeString(fork.resolve("go.mod"), "module example.com/a\n\ngo 1.21\n");
                            p.goMod("\nreplace example.com/a => ./fork\n");
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt [changed x.go]"),
                row(
                        Verdict.ONLY_WE_SEE_IT,
                        "what replaces another module changed",
                        p -> {
                            p.goMod("\nrequire example.com/old v1.0.0\n"
                                    + "\nreplace example.com/old v1.0.0 => example.com/a v1.0.0\n"
                                    + "\nexclude example.com/a v1.0.0\n");
                            Path goMod = p.project().resolve("go.mod");
                            Files.writeString(
                                    goMod,
                                    Files.readString(goMod)
                                            .replace("require example.com/a v1.0.0\n", "")
                                            .replace("require example.com/B v1.2.0\n", ""));
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt [changed x.go]"),
                row(
                        Verdict.WRONG,
                        "a vendor directory in force, and the tree changed",
                        p -> {
                            vendor(p);
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt [changed x.go]"),
                row(Verdict.FINE, "a vendor directory in force", VerifyDifferentialTest::vendor, NOTHING),
                row(
                        Verdict.WRONG,
                        "a workspace, and the tree changed",
                        p -> {
                            Files.writeString(p.project().resolve("go.work"), "go 1.21\n\nuse .\n");
                            flip(p.writable("x.go"), 5);
                        },
                        "tree cache-corrupt [changed x.go]"),
                row(
                        Verdict.FINE,
                        "a workspace whose hashes are in go.work.sum",
                        p -> {
                            Files.writeString(p.project().resolve("go.work"), "go 1.21\n\nuse .\n");
                            Files.move(
                                    p.project().resolve("go.sum"), p.project().resolve("go.work.sum"));
                        },
                        NOTHING));
    }

    @BeforeEach
    void fillCache() throws Exception {
        bed = Bed.of(temp, A, B);
        bed.prefetch().succeed();
        Trees.makeDeletable(bed.cache());
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"files", "modes", "zips", "hashes", "projects"})
    void sameVerdict(String name, Verdict verdict, Damage damage, String findings, String remarks) throws Exception {
        damage.to(new Place(bed.cache(), bed.project()));

        List<String> console = new ArrayList<>();
        VerifyReport report = new Verifier(environment(), console::add)
                .run(
                        bed.project(),
                        new VerifyOptions(
                                List.of("."),
                                false,
                                Map.of("GOMODCACHE", new Given(bed.cache().toString(), "test"))));
        assertEquals(
                findings,
                report.findings().stream().map(VerifyDifferentialTest::summary).collect(Collectors.joining(" | ")),
                () -> String.join("\n", console));
        assertEquals(
                remarks,
                report.remarks().stream().map(VerifyDifferentialTest::summary).collect(Collectors.joining(", ")));
        assertEquals(verdict == Verdict.FINE, report.succeeded());
        if (GoTool.find().isPresent()) {
            GoTool.Result go = bed.go().proxy("off").with("GOFLAGS", "").run(bed.project(), "mod", "verify");
            assertEquals(verdict != Verdict.WRONG, go.exit() == 0, () -> "go mod verify: " + go.out() + go.err());
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(GoTool.cleanEnvironment(bed.home()));
        environment.remove("GOFLAGS");
        return environment;
    }

    private static String summary(Finding finding) {
        return finding.part().id() + " " + finding.cause() + " "
                + finding.changes().first().stream()
                        .map(change -> change.kind().id() + " " + change.file())
                        .toList();
    }

    private static String summary(Remark remark) {
        return remark.remark().kind().id() + " " + remark.remark().file();
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    private static void truncate(Path file, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, length));
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void vendor(Place place) throws IOException {
        Path vendor = Files.createDirectories(place.project().resolve("vendor"));
        Files.writeString(
                vendor.resolve("modules.txt"),
                "# example.com/a v1.0.0\n## explicit; go 1.21\n# example.com/B v1.2.0\n## explicit; go 1.21\n");
    }

    private static Map<String, byte[]> otherFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : List.of(Path.of("a.go"), Path.of("go.mod"), Path.of("sub/y.go"))) {
            files.put("example.com/a@v1.0.0/" + file, original(file.toString()));
        }
        files.put("example.com/a@v1.0.0/x.go", "package evil\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] original(String name) {
        return switch (name) {
            case "a.go" ->
                "package a\n\n// Version of this module.\nconst Version = \"v1.0.0\"\n"
                        .getBytes(StandardCharsets.UTF_8);
            case "go.mod" -> A.mod();
            default -> "package sub\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] otherZip() {
        return Zips.of(otherFiles(), false);
    }

    private static String otherHash() {
        return Hashes.h1(otherFiles());
    }
}
