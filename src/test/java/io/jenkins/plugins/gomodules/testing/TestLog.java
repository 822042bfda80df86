package io.jenkins.plugins.gomodules.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checksum database with a key of its own: a log of records, written down as RFC 6962 defines its tree and without a look
 * at how a client reads it. It can be forked, and publish what it likes.
 */
public final class TestLog {
    private static final int FULL = 256;

    private final String name;
    private final KeyPair keys;
    private final byte[] publicKey;
    private final List<byte[]> records = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<Integer, String> heads = new HashMap<>();
    private final Map<Long, byte[]> large = new HashMap<>();

    private TestLog(String name, KeyPair keys) {
        this.name = name;
        this.keys = keys;
        byte[] x509 = keys.getPublic().getEncoded();
        this.publicKey = new byte[33];
        publicKey[0] = 1;
        System.arraycopy(x509, x509.length - 32, publicKey, 1, 32);
    }

    /** A log without records, with a new key. */
    public static TestLog named(String name) {
        try {
            return new TestLog(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Another log with the same name and key, and the first records. */
    public TestLog fork(int size) {
        TestLog fork = new TestLog(name, keys);
        for (int i = 0; i < size; i++) {
            fork.records.add(records.get(i));
            fork.leaves.add(leaves.get(i));
        }
        ids.forEach((module, id) -> {
            if (id < size) {
                fork.ids.put(module, id);
            }
        });
        return fork;
    }

    /** A log of the same name with another key, and the same records. */
    public TestLog withOtherKey() {
        TestLog other = named(name);
        TestLog same = fork(size());
        other.records.addAll(same.records);
        other.leaves.addAll(same.leaves);
        other.ids.putAll(same.ids);
        return other;
    }

    /** Adds a record of each module: its lines of go.sum. */
    public TestLog add(ModuleFixture... modules) {
        return add(List.of(modules));
    }

    /** Adds a record of each module: its lines of go.sum. */
    public TestLog add(List<ModuleFixture> modules) {
        modules.forEach(
                m -> add(ModuleFixture.escape(m.path()) + "@" + ModuleFixture.escape(m.version()), m.goSumLines()));
        return this;
    }

    /** Adds a record of any text. */
    public TestLog add(String escapedModule, String text) {
        ids.put(escapedModule, records.size());
        return append(text);
    }

    private TestLog append(String text) {
        byte[] record = text.getBytes(StandardCharsets.UTF_8);
        records.add(record);
        leaves.add(sha256(new byte[] {0}, record));
        return this;
    }

    /** Adds records of other people's modules, which nobody looks up. */
    public TestLog filler(int count) {
        for (int i = 0; i < count; i++) {
            append("example.org/filler" + records.size() + " v1.0.0 h1:AAAA=\n");
        }
        return this;
    }

    public int size() {
        return records.size();
    }

    public String name() {
        return name;
    }

    /** The verifier key. */
    public String key() {
        return name + "+" + HexFormat.of().formatHex(keyHash()) + "+"
                + Base64.getEncoder().encodeToString(publicKey);
    }

    private byte[] keyHash() {
        return Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), publicKey), 4);
    }

    /** The signed head. */
    public String head() {
        return head(size());
    }

    /** The signed head of the first records. */
    public String head(int size) {
        return heads.computeIfAbsent(size, n -> sign("go.sum database tree\n" + n + "\n" + base64(hash(0, n)) + "\n"));
    }

    /** A note: any text ending in a newline, signed. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = signature.sign();
            byte[] signed = ByteBuffer.allocate(4 + bytes.length)
                    .put(keyHash())
                    .put(bytes)
                    .array();
            return text + "\n— " + name + " " + base64(signed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What it answers for a module, given as {@code path@version} with capital letters escaped. */
    public byte[] lookup(String escapedModule) {
        return lookup(escapedModule, size());
    }

    /** The same as it was when the log had so many records. */
    public byte[] lookup(String escapedModule, int size) {
        int id = ids.get(escapedModule);
        String text = new String(records.get(id), StandardCharsets.UTF_8);
        return (id + "\n" + text + "\n" + head(size)).getBytes(StandardCharsets.UTF_8);
    }

    /** All that it serves, by path without a slash in front: lookups and tiles, among them partial ones of older sizes. */
    public Map<String, byte[]> files(int... olderSizes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int size : olderSizes) {
            tiles(size, files);
        }
        tiles(size(), files);
        ids.keySet().forEach(module -> files.put("lookup/" + module, lookup(module)));
        return files;
    }

    private void tiles(int size, Map<String, byte[]> files) {
        int level = 0;
        for (long hashes = size, span = 1; hashes > 0; hashes /= FULL, span *= FULL, level++) {
            for (int tile = 0; tile * FULL < hashes; tile++) {
                int width = (int) Math.min(FULL, hashes - tile * FULL);
                byte[] data = new byte[32 * width];
                for (int i = 0; i < width; i++) {
                    long from = (tile * (long) FULL + i) * span;
                    System.arraycopy(hash((int) from, (int) (from + span)), 0, data, 32 * i, 32);
                }
                files.put(tilePath(level, tile) + (width == FULL ? "" : ".p/" + width), data);
            }
        }
    }

    private static String tilePath(int level, int tile) {
        String number =
                tile < 1000 ? String.format("%03d", tile) : String.format("x%03d/%03d", tile / 1000, tile % 1000);
        return "tile/8/" + level + "/" + number;
    }

    /** RFC 6962, section 2.1. */
    private byte[] hash(int from, int to) {
        if (from == to) {
            return sha256();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        if (to - from < FULL) {
            return node(from, to);
        }
        long key = (long) from << 32 | to;
        byte[] known = large.get(key);
        if (known == null) {
            known = node(from, to);
            large.put(key, known);
        }
        return known;
    }

    private byte[] node(int from, int to) {
        int middle = from + Integer.highestOneBit(to - from - 1);
        return sha256(new byte[] {1}, hash(from, middle), hash(middle, to));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The value of GOSUMDB that has it asked at a URL. */
    public String at(String url) {
        return key() + " " + url;
    }

    /** Serves all of it on a server, below a path that begins and ends with a slash. */
    public void publish(LoopbackProxy server, String below, int... olderSizes) {
        files(olderSizes).forEach((path, data) -> server.add(below + path, data));
    }
}
