package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.RawZip;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The corners of the zip format, and zips that are large. */
@Execution(ExecutionMode.CONCURRENT)
class ZipFormatTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final String P = MODULE + "/";
    private static final ModuleFixture FIXTURE =
            ModuleFixture.module(MODULE.path(), MODULE.version()).build();

    @TempDir
    Path temp;

    @Test
    void noPartOfAZipIsAZip() throws Exception {
        byte[] whole = FIXTURE.zip();
        for (int length = 0; length < whole.length; length++) {
            Path file = write(Arrays.copyOf(whole, length));
            assertThrows(InvalidModuleZipException.class, () -> hash(file), "cut to " + length);
        }
    }

    /** Whatever a proxy sends, it is either refused by the one exception that callers expect or hashed. */
    @Test
    void noDamagedByteDoesAnythingUnexpected() throws Exception {
        byte[] whole = FIXTURE.zip();
        for (int i = 0; i < whole.length; i++) {
            for (int flip : new int[] {1, 0x80, 0xff}) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) flip;
                Path file = write(damaged);
                try {
                    assertTrue(hash(file).startsWith("h1:"));
                } catch (InvalidModuleZipException e) {
                    assertTrue(e.getMessage().startsWith("module zip of " + MODULE), e.getMessage());
                }
            }
        }
    }

    @Test
    void whatIsBeforeAndBehindTheZipIsNotLookedAt() throws Exception {
        byte[] junk = "#!/bin/sh\nexec true\n".getBytes(StandardCharsets.US_ASCII);
        RawZip zip = new RawZip().add(P + "a.go", "package a\n");
        String hash = Hashes.h1(Map.of(P + "a.go", bytes("package a\n")));
        assertEquals(hash, hash(write(zip.suffix(new byte[60_000]).toBytes())));
        assertEquals(hash, hash(write(zip.prefix(junk).toBytes())));
        // Offsets that count from the zip's own start, not from the file's.
        byte[] plain = new RawZip().add(P + "a.go", "package a\n").toBytes();
        byte[] moved = new byte[junk.length + plain.length];
        System.arraycopy(junk, 0, moved, 0, junk.length);
        System.arraycopy(plain, 0, moved, junk.length, plain.length);
        assertEquals(hash, hash(write(moved)));
    }

    @Test
    void sizesBehindTheData() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(P + "a.go", bytes("package a\n"));
        files.put(P + "empty", new byte[0]);
        // ZipOutputStream writes descriptors for everything that is deflated.
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temp.resolve("m.zip")))) {
            for (Map.Entry<String, byte[]> e : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        }
        assertEquals(Hashes.h1(files), hash(temp.resolve("m.zip")));
    }

    @Test
    void sixtyFourBitNumbers() throws Exception {
        byte[] data = bytes("package a\n");
        CRC32 crc = new CRC32();
        crc.update(data);
        byte[] name = bytes(P + "a.go");
        ByteBuffer b = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        b.putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) name.length)
                .putShort((short) 20);
        b.put(name)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(data.length)
                .putLong(data.length)
                .put(data);
        int directory = b.position();
        b.putInt(0x02014b50)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0);
        b.putInt(0).putInt((int) crc.getValue()).putInt(-1).putInt(-1).putShort((short) name.length);
        b.putShort((short) (5 + 28))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(-1);
        // Another extra field first.
        b.put(name).putShort((short) 0x7075).putShort((short) 1).put((byte) 0);
        b.putShort((short) 1)
                .putShort((short) 24)
                .putLong(data.length)
                .putLong(data.length)
                .putLong(0);
        int end64 = b.position();
        b.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        b.putLong(1).putLong(1).putLong(end64 - directory).putLong(directory);
        b.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
        b.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0);
        byte[] zip = Arrays.copyOf(b.array(), b.position());
        assertEquals(Hashes.h1(Map.of(P + "a.go", data)), hash(write(zip)));
        // The field that should hold the numbers is too short for them.
        byte[] shortField = zip.clone();
        shortField[directory + 46 + name.length + 5 + 2] = 16;
        assertThrows(InvalidModuleZipException.class, () -> hash(write(shortField)));
        // An end record that is nowhere.
        byte[] nowhere = zip.clone();
        nowhere[zip.length - 22 - 12] = 127;
        assertThrows(InvalidModuleZipException.class, () -> hash(write(nowhere)));
    }

    /** More entries than the end record can count in 16 bits, with zip64 and without. */
    @Test
    void seventyThousandFiles() throws Exception {
        Path file = temp.resolve("m.zip");
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 70_000; i++) {
                String name = P + "dir" + i * 7919L % 300 + "/file" + i;
                files.put(name, new byte[0]);
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
        String hash = Hashes.h1(files);
        assertEquals(hash, hash(file));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer end = ByteBuffer.wrap(bytes, bytes.length - 22, 22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .slice();
        end.order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0xffff, end.getShort(10) & 0xffff);
        end.putShort(8, (short) 70_000).putShort(10, (short) 70_000);
        assertEquals(hash, hash(write(bytes)));
    }

    @Test
    void aDirectoryTooLongForMemory() throws Exception {
        Path file = temp.resolve("m.zip");
        byte[] name = bytes(P + "x".repeat(60_000));
        int entries = 500;
        ByteBuffer header = ByteBuffer.allocate(46 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x02014b50).putShort(28, (short) name.length).position(46);
        header.put(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < entries; i++) {
                out.write(header.array());
            }
            ByteBuffer end =
                    ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50);
            end.putShort(8, (short) entries).putShort(10, (short) entries).putInt(12, entries * header.capacity());
            out.write(end.array());
        }
        InvalidModuleZipException e = assertThrows(InvalidModuleZipException.class, () -> hash(file));
        assertEquals(
                "module zip of example.com/m@v1.0.0 has a directory of " + entries * header.capacity()
                        + " bytes, more than the 25165824 that any sensible number of files needs",
                e.getMessage());
    }

    @Test
    void aZipLongerThanAllowed() throws Exception {
        Path file = temp.resolve("m.zip");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((500L << 20) + 1);
        }
        InvalidModuleZipException e = assertThrows(InvalidModuleZipException.class, () -> hash(file));
        assertEquals(
                "module zip of example.com/m@v1.0.0 is 524288001 bytes long, more than the 524288000 (500 MiB) it may have",
                e.getMessage());
    }

    /** Content, name and directory lie across the edges of the window in which the zip is read. */
    @Test
    void largerThanTheWindow() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        byte[] random = new byte[Buffers.WINDOW + 4711];
        new java.util.Random(1).nextBytes(random);
        for (int i = 0; i < 5; i++) {
            files.put(P + "random" + i, Arrays.copyOfRange(random, i, random.length - i));
            files.put(P + "n".repeat(30_000) + i, new byte[i]);
        }
        for (boolean stored : new boolean[] {false, true}) {
            Path file = write(io.jenkins.plugins.gomodules.testing.Zips.of(files, stored));
            assertEquals(Hashes.h1(files), hash(file));
            assertEquals(Hashes.h1(files), DirHash.ofZip(file));
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("m.zip"), bytes);
    }

    private static String hash(Path file) throws IOException {
        try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
            return zip.hash();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
