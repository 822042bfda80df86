package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** SHA-256, and the h1 hash of go.sum lines that is made of it. */
public final class Hashes {

    private Hashes() {}

    /** The digest in lower-case hexadecimal. */
    public static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The hash of a set of files: SHA-256 over one line "digest, two spaces, name" a file, in the order of the names'
     * UTF-8 bytes (<a href="https://go.dev/ref/mod#go-sum-files">go.sum files</a>).
     */
    public static String h1(Map<String, byte[]> files) {
        Map<byte[], byte[]> sorted = new TreeMap<>(java.util.Arrays::compareUnsigned);
        files.forEach((name, data) -> sorted.put(name.getBytes(StandardCharsets.UTF_8), data));
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        sorted.forEach((name, data) -> {
            summary.writeBytes((sha256(data) + "  ").getBytes(StandardCharsets.US_ASCII));
            summary.writeBytes(name);
            summary.write('\n');
        });
        byte[] digest = HexFormat.of().parseHex(sha256(summary.toByteArray()));
        return "h1:" + Base64.getEncoder().encodeToString(digest);
    }

    /** The h1 hash of the files that a zip holds. */
    public static String h1(Path zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(open.entries())) {
                files.put(entry.getName(), open.getInputStream(entry).readAllBytes());
            }
        }
        return h1(files);
    }
}
