package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips field by field, so that each field can lie. What is not spoilt is well-formed. */
public final class RawZip {

    /** One entry; every field is free. Sizes and checksum are those of the data until set otherwise. */
    public static final class Entry {
        public byte[] localName;
        public byte[] centralName;
        /** General purpose flags: bit 0 encrypted, bit 3 sizes follow the data, bit 11 name in UTF-8. */
        public int flags = 0x800;
        /** Compression: 0 stored, 8 deflated. */
        public int method = 8;

        public long crc;
        public long size;
        public byte[] body;
        /** The compressed size that both headers declare. */
        public long compressedSize;
        /** External attributes; the upper half is a Unix mode when {@link #creator} is 3. */
        public long externalAttributes;
        /** Upper byte of "version made by": 0 FAT, 3 Unix. */
        public int creator;

        private Entry(String name, byte[] data) {
            localName = name.getBytes(StandardCharsets.UTF_8);
            centralName = localName;
            CRC32 checksum = new CRC32();
            checksum.update(data);
            crc = checksum.getValue();
            size = data.length;
            body = deflate(data);
            compressedSize = body.length;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] before = new byte[0];
    private byte[] after = new byte[0];
    private int declaredEntries = -1;

    public RawZip add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8), e -> {});
    }

    /** An entry, then changed as wanted. */
    public RawZip add(String name, byte[] data, Consumer<Entry> spoil) {
        Entry entry = new Entry(name, data);
        spoil.accept(entry);
        entries.add(entry);
        return this;
    }

    /** Bytes before the first entry. */
    public RawZip prefix(byte[] junk) {
        before = junk.clone();
        return this;
    }

    /** Bytes after the end record. */
    public RawZip suffix(byte[] junk) {
        after = junk.clone();
        return this;
    }

    /** The number of entries that the end record claims. */
    public RawZip claimEntries(int count) {
        declaredEntries = count;
        return this;
    }

    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry e : entries) {
            long offset = out.size();
            out.writeBytes(localHeader(e));
            out.writeBytes(e.body);
            directory.writeBytes(centralHeader(e, offset));
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(endRecord(start, directory.size()));
        out.writeBytes(after);
        return out.toByteArray();
    }

    private static byte[] localHeader(Entry e) {
        ByteBuffer b = buffer(30 + e.localName.length);
        b.putInt(0x04034b50).putShort((short) 20).putShort((short) e.flags).putShort((short) e.method);
        b.putInt(0x00210000).putInt((int) e.crc).putInt((int) e.compressedSize).putInt((int) e.size);
        b.putShort((short) e.localName.length).putShort((short) 0).put(e.localName);
        return b.array();
    }

    private static byte[] centralHeader(Entry e, long offset) {
        ByteBuffer b = buffer(46 + e.centralName.length);
        b.putInt(0x02014b50).putShort((short) (e.creator << 8 | 20)).putShort((short) 20);
        b.putShort((short) e.flags).putShort((short) e.method).putInt(0x00210000);
        b.putInt((int) e.crc).putInt((int) e.compressedSize).putInt((int) e.size);
        b.putShort((short) e.centralName.length).putShort((short) 0).putShort((short) 0);
        b.putShort((short) 0)
                .putShort((short) 0)
                .putInt((int) e.externalAttributes)
                .putInt((int) offset);
        return b.put(e.centralName).array();
    }

    private byte[] endRecord(int start, int length) {
        int count = declaredEntries < 0 ? entries.size() : declaredEntries;
        ByteBuffer b = buffer(22);
        b.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) count);
        return b.putShort((short) count)
                .putInt(length)
                .putInt(start)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A raw deflate stream, as zips hold it. */
    public static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
