package io.jenkins.plugins.gomodules.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Zips for one module version, each odd or hostile in one way. */
public final class OddZips {

    private static final int LIMIT = 500 << 20;
    private static final int GO_MOD_LIMIT = 16 << 20;
    private static final byte[] CODE = "package x\n".getBytes(StandardCharsets.US_ASCII);

    private final String prefix;
    private final byte[] mod;
    private final List<OddZip> zips = new ArrayList<>();

    private OddZips(ModuleFixture module) {
        prefix = module + "/";
        mod = module.mod();
    }

    /** All of them, for the module. */
    public static List<OddZip> of(ModuleFixture module) {
        OddZips all = new OddZips(module);
        all.names();
        all.collisions();
        all.goModFiles();
        all.sizes();
        all.damage();
        all.harmless();
        return List.copyOf(all.zips);
    }

    /** Only those that have to be refused. */
    public static List<OddZip> hostile(ModuleFixture module) {
        return of(module).stream().filter(z -> !z.valid()).collect(Collectors.toList());
    }

    private void names() {
        refuse("parent directory", prefix + "../../escaped.go");
        refuse("parent directory beyond the root", prefix + "../../../../../../../../../../tmp/escaped.go");
        refuse("absolute path", "/etc/escaped.go");
        refuse("absolute path below the prefix", prefix + "/etc/escaped.go");
        refuse("foreign prefix", "example.com/other@v1.0.0/x.go");
        refuse("prefix of another version", prefix.replace("@v", "@v9") + "x.go");
        refuse("no prefix", "x.go");
        refuse("prefix in capitals", prefix.toUpperCase(java.util.Locale.ROOT) + "x.go");
        refuse("backslash", prefix + "..\\..\\escaped.go");
        refuse("drive letter", prefix + "C:/escaped.go");
        refuse("alternate stream", prefix + "x.go:stream");
        refuse("dot", prefix + "./x.go");
        refuse("dot dot within", prefix + "a/../x.go");
        refuse("two slashes", prefix + "a//x.go");
        refuse("device name", prefix + "con.go");
        refuse("device name as directory", prefix + "aux/x.go");
        refuse("trailing dot", prefix + "x.go.");
        refuse("NUL in the name", prefix + "x\0.go");
        refuse("newline in the name", prefix + "x\n.go");
        refuse("quote in the name", prefix + "x\".go");
        refuse("star in the name", prefix + "*.go");
        refuse("directory upwards", prefix + "../");
        byte[] broken = (prefix + "x?.go").getBytes(StandardCharsets.US_ASCII);
        broken[broken.length - 4] = (byte) 0xff;
        add("name that is not UTF-8", false, "", base().add("", CODE, e -> {
            e.localName = broken;
            e.centralName = broken;
        }));
    }

    private void collisions() {
        add(
                "duplicate entries",
                false,
                "",
                base().add(prefix + "x.go", "package x\n").add(prefix + "x.go", "package y\n"));
        add("duplicate go.mod", false, "", base().add(prefix + "go.mod", "module example.com/evil\n"));
        refuse("names that differ in case", prefix + "x.go", prefix + "X.go");
        refuse("directories that differ in case", prefix + "sub/x.go", prefix + "SUB/y.go");
        refuse("names that differ in Unicode case", prefix + "k.go", prefix + "\u212a.go");
        refuse("file and directory", prefix + "x", prefix + "x/y.go");
        refuse("directory and file", prefix + "x/y.go", prefix + "x");
    }

    private void goModFiles() {
        refuse("go.mod in a directory", prefix + "sub/go.mod");
        add("go.mod in capitals", false, "", new RawZip().add(prefix + "GO.MOD", "module example.com/evil\n"));
        add(
                "go.mod over its limit",
                false,
                "",
                new RawZip().add(prefix + "go.mod", new byte[0], e -> e.size = GO_MOD_LIMIT + 1));
        add(
                "LICENSE over its limit",
                false,
                "",
                base().add(prefix + "LICENSE", new byte[0], e -> e.size = GO_MOD_LIMIT + 1));
    }

    private void sizes() {
        add(
                "declared sizes over the limit",
                false,
                "",
                base().add(prefix + "a", new byte[0], e -> e.size = LIMIT)
                        .add(prefix + "b", new byte[0], e -> e.size = 1));
        add("a bomb that declares little", false, "", base().add(prefix + "zeros", zeros(), e -> e.size = 10));
        add("a bomb that declares its size", false, "", base().add(prefix + "zeros", CODE, e -> e.size = 0xf0000000L));
        add("more than declared", false, "", base().add(prefix + "x.go", CODE, e -> e.size--));
        add("less than declared", false, "", base().add(prefix + "x.go", CODE, e -> e.size++));
        add("data beyond the end", false, "", base().add(prefix + "x.go", CODE, e -> {
            e.method = 0;
            e.size = 1 << 30;
            e.compressedSize = 1 << 30;
        }));
    }

    private void damage() {
        add("wrong checksum", false, "", base().add(prefix + "x.go", CODE, e -> e.crc ^= 1));
        add(
                "broken deflate stream",
                false,
                "",
                base().add(prefix + "x.go", CODE, e -> Arrays.fill(e.body, (byte) 0xff)));
        add("deflate stream cut short", false, "", base().add(prefix + "x.go", CODE, e -> e.compressedSize -= 2));
        add("unknown compression", false, "", base().add(prefix + "x.go", CODE, e -> e.method = 99));
        add("empty file", false, new byte[0]);
        add("not a zip", false, "<html>Sign in</html>".getBytes(StandardCharsets.US_ASCII));
        byte[] whole = base().add(prefix + "x.go", "package x\n").toBytes();
        add("cut in half", false, Arrays.copyOf(whole, whole.length / 2));
        add("end record missing", false, Arrays.copyOf(whole, whole.length - 22));
        byte[] directoryElsewhere = whole.clone();
        ByteBuffer.wrap(directoryElsewhere).order(ByteOrder.LITTLE_ENDIAN).putInt(whole.length - 6, Integer.MAX_VALUE);
        add("directory beyond the end", false, directoryElsewhere);
        add("more entries claimed than there are", false, "", base().claimEntries(7));
    }

    private void harmless() {
        accept("directory entries", e -> {}, prefix, prefix + "sub/", prefix + "sub/x.go");
        accept(
                "symbolic link by mode",
                e -> {
                    e.creator = 3;
                    e.externalAttributes = 0xa1ff0000L;
                },
                prefix + "link");
        accept(
                "executable by mode",
                e -> {
                    e.creator = 3;
                    e.externalAttributes = 0x81ed0000L;
                },
                prefix + "run.sh");
        accept("name not marked as UTF-8", e -> e.flags = 0, prefix + "\u00e9.go");
        accept("non-ASCII letters", e -> {}, prefix + "\u65e5\u672c/\u00e9.go");
        accept(
                "stored",
                e -> {
                    e.method = 0;
                    e.body = CODE;
                    e.compressedSize = CODE.length;
                },
                prefix + "x.go");
        accept("empty data", e -> {}, prefix + "x.go");
        add("no entries at all", true, Hashes.h1(Map.of()), new RawZip());
    }

    private RawZip base() {
        return new RawZip().add(prefix + "go.mod", mod, e -> {});
    }

    private void refuse(String what, String... names) {
        zips.add(made(what, false, e -> {}, names));
    }

    private void accept(String what, Consumer<RawZip.Entry> change, String... names) {
        zips.add(made(what, true, change, names));
    }

    /** go.mod and one entry of each name: a directory is empty, a file holds Go code. */
    private OddZip made(String what, boolean valid, Consumer<RawZip.Entry> change, String... names) {
        RawZip zip = base();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(prefix + "go.mod", mod);
        for (String name : names) {
            byte[] data = name.endsWith("/") ? new byte[0] : CODE;
            zip.add(name, data, change);
            files.put(name, data);
        }
        String hash = Arrays.stream(names).anyMatch(n -> n.contains("\n")) ? "" : Hashes.h1(files);
        return new OddZip(what, zip.toBytes(), valid, hash);
    }

    private void add(String what, boolean valid, String hash, RawZip zip) {
        zips.add(new OddZip(what, zip.toBytes(), valid, hash));
    }

    private void add(String what, boolean valid, byte[] bytes) {
        zips.add(new OddZip(what, bytes, valid, ""));
    }

    private static byte[] zeros() {
        return new byte[8 << 20];
    }
}
