package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.RawZip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads when a zip is refused: the module, the entry, the rule. */
class ZipMessagesTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final String P = "example.com/m@v1.0.0/";
    private static final byte[] CODE = "package m\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path temp;

    static Stream<Arguments> zips() {
        return Stream.of(
                entry(
                        "../x.go",
                        "is not allowed: entry \"example.com/m@v1.0.0/../x.go\": malformed file path \"../x.go\":"
                                + " invalid path element \"..\""),
                zip(
                        "absolute",
                        new RawZip().add("/etc/passwd", "x"),
                        "is not allowed: entry \"/etc/passwd\": its name does not start with \"example.com/m@v1.0.0/\""),
                zip(
                        "another module",
                        new RawZip().add("example.com/n@v1.0.0/x.go", "x"),
                        "is not allowed: entry \"example.com/n@v1.0.0/x.go\": its name does not start with"
                                + " \"example.com/m@v1.0.0/\""),
                entry(
                        "a\\b.go",
                        "is not allowed: entry \"example.com/m@v1.0.0/a\\\\b.go\": malformed file path \"a\\\\b.go\":"
                                + " invalid char '\\'"),
                entry(
                        "a\0b",
                        "is not allowed: entry \"example.com/m@v1.0.0/a\\x00b\": malformed file path \"a\\x00b\":"
                                + " invalid char U+0000"),
                entry(
                        "com1.txt",
                        "is not allowed: entry \"example.com/m@v1.0.0/com1.txt\": malformed file path \"com1.txt\":"
                                + " \"com1\" disallowed as path element component on Windows"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/a.go\": \"a.go\" is there more than once",
                        "a.go",
                        "a.go"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/A.go\": \"A.go\" and \"a.go\" differ in case only",
                        "a.go",
                        "A.go"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/B/d.go\": \"B\" and \"b\" differ in case only",
                        "b/c.go",
                        "B/d.go"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/\u212a/d\": \"\u212a\" and \"k\" differ in case only",
                        "k/c",
                        "\u212a/d"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/a/b\": \"a\" is both a file and a directory",
                        "a",
                        "a/b"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/a\": \"a\" is both a file and a directory",
                        "a/b",
                        "a"),
                entries(
                        "is not allowed: entry \"example.com/m@v1.0.0/a/\": \"a\" is both a file and a directory",
                        "a",
                        "a/"),
                entry(
                        "sub/go.mod",
                        "is not allowed: entry \"example.com/m@v1.0.0/sub/go.mod\": a go.mod file may only be in the"
                                + " module's root directory"),
                entry(
                        "sub/GO.mod",
                        "is not allowed: entry \"example.com/m@v1.0.0/sub/GO.mod\": a go.mod file may only be in the"
                                + " module's root directory"),
                entry(
                        "Go.mod",
                        "is not allowed: entry \"example.com/m@v1.0.0/Go.mod\": go.mod must be written in lower case"),
                zip(
                        "long go.mod",
                        new RawZip().add(P + "go.mod", CODE, e -> e.size = 16 << 20 | 1),
                        "is not allowed: entry \"example.com/m@v1.0.0/go.mod\": is 16777217 bytes long, more than the"
                                + " 16777216 (16 MiB) it may have"),
                zip(
                        "long LICENSE",
                        new RawZip().add(P + "LICENSE", CODE, e -> e.size = 16 << 20 | 1),
                        "is not allowed: entry \"example.com/m@v1.0.0/LICENSE\": is 16777217 bytes long, more than the"
                                + " 16777216 (16 MiB) it may have"),
                zip(
                        "too much in total",
                        new RawZip()
                                .add(P + "a", CODE, e -> e.size = 300 << 20)
                                .add(P + "b", CODE, e -> e.size = 200 << 20 | 1),
                        "is not allowed: entry \"example.com/m@v1.0.0/b\": with it the module's files are larger than"
                                + " 524288000 bytes (500 MiB) in total"),
                zip(
                        "declares less",
                        new RawZip().add(P + "a", CODE, e -> e.size = 9),
                        "is broken: entry \"example.com/m@v1.0.0/a\": is larger than the 9 bytes it is declared to have"),
                zip(
                        "declares more",
                        new RawZip().add(P + "a", CODE, e -> e.size = 11),
                        "is broken: entry \"example.com/m@v1.0.0/a\": has 10 bytes, not the 11 it is declared to have"),
                zip(
                        "stored, declares more",
                        new RawZip().add(P + "a", CODE, e -> {
                            stored(e);
                            e.size = 11;
                        }),
                        "is broken: entry \"example.com/m@v1.0.0/a\": has 10 bytes, not the 11 it is declared to have"),
                zip(
                        "encrypted",
                        new RawZip().add(P + "a", CODE, e -> e.flags |= 1),
                        "is not allowed: entry \"example.com/m@v1.0.0/a\": is encrypted"),
                zip(
                        "bzip2",
                        new RawZip().add(P + "a", CODE, e -> e.method = 12),
                        "is not allowed: entry \"example.com/m@v1.0.0/a\": is compressed by method 12, not deflated or"
                                + " stored"),
                zip(
                        "another local name",
                        new RawZip().add(P + "a", CODE, e -> e.localName = (P + "b").getBytes(StandardCharsets.UTF_8)),
                        "is broken: entry \"example.com/m@v1.0.0/a\": has another name in its local header"),
                zip(
                        "another length of local name",
                        new RawZip().add(P + "a", CODE, e -> e.localName = (P + "bb").getBytes(StandardCharsets.UTF_8)),
                        "is broken: entry \"example.com/m@v1.0.0/a\": local header and directory contradict each other"),
                zip(
                        "checksum",
                        new RawZip().add(P + "a", CODE, e -> e.crc ^= 1),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its content does not have the checksum (CRC-32)"
                                + " that the zip declares"),
                zip(
                        "checksum behind the data",
                        new RawZip().add(P + "a", CODE, e -> {
                            e.flags |= 8;
                            byte[] descriptor = {'P', 'K', 7, 8, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0};
                            byte[] data = e.body;
                            e.body = Arrays.copyOf(data, data.length + descriptor.length);
                            System.arraycopy(descriptor, 0, e.body, data.length, descriptor.length);
                        }),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its checksum behind the data is not the one in the"
                                + " directory"),
                zip(
                        "compressed data cut short",
                        new RawZip().add(P + "a", CODE, e -> e.compressedSize = 5),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its compressed data are cut short"),
                zip(
                        "no compressed data",
                        new RawZip().add(P + "a", CODE, e -> e.compressedSize = 0),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its compressed data are cut short"),
                zip(
                        "compressed data broken",
                        new RawZip().add(P + "a", CODE, e -> Arrays.fill(e.body, (byte) -1)),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its compressed data are broken"),
                zip(
                        "beyond the end",
                        new RawZip().add(P + "a", CODE, e -> e.compressedSize = 1 << 30),
                        "is broken: entry \"example.com/m@v1.0.0/a\": its content goes beyond the end of the zip"),
                zip(
                        "directory with content",
                        new RawZip().add(P + "a/", CODE, e -> {}),
                        "is not allowed: entry \"example.com/m@v1.0.0/a/\": a directory must have no content"),
                zip(
                        "several",
                        new RawZip().add("x", "").add("y", "").add(P + "a", "").add("z", ""),
                        "is not allowed: entry \"x\": its name does not start with \"example.com/m@v1.0.0/\" (and 2 more"
                                + " entries are wrong)"),
                zip(
                        "fewer entries than claimed",
                        new RawZip().add(P + "a", "").claimEntries(2),
                        "is not a valid zip file: its end record counts 2 entries, its directory has 1"),
                Arguments.of(
                        "not a zip",
                        "<html>".getBytes(StandardCharsets.US_ASCII),
                        "is not a valid zip file: no usable end record (cut short, or something else)"));
    }

    private static Arguments entry(String name, String message) {
        return zip(name.replace('\0', '0'), new RawZip().add(P + name, "x"), message);
    }

    private static Arguments entries(String message, String... names) {
        RawZip zip = new RawZip();
        for (String name : names) {
            zip.add(P + name, name.endsWith("/") ? "" : "x");
        }
        return zip(String.join(" and ", names), zip, message);
    }

    private static Arguments zip(String what, RawZip zip, String message) {
        return Arguments.of(what, zip.toBytes(), message);
    }

    private static void stored(RawZip.Entry e) {
        e.method = 0;
        e.body = CODE;
        e.compressedSize = CODE.length;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void saysWhatIsWrong(String what, byte[] bytes, String message) throws Exception {
        Path file = Files.write(temp.resolve("m.zip"), bytes);
        InvalidModuleZipException e = assertThrows(InvalidModuleZipException.class, () -> {
            try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
                zip.hash();
            }
        });
        assertEquals("module zip of example.com/m@v1.0.0 " + message, e.getMessage());
    }
}
