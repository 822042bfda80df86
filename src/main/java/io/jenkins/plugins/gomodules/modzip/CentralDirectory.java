package io.jenkins.plugins.gomodules.modzip;

import static io.jenkins.plugins.gomodules.modzip.LittleEndian.i32;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.i64;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.u16;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.u32;

import io.jenkins.plugins.gomodules.module.GoText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The list of a zip's entries, kept as the bytes that it has in the file and one number per entry, so that a zip of many
 * thousand files costs little more memory than its directory has bytes.
 */
final class CentralDirectory implements Closeable {

    private static final int SIGNATURE = 0x02014b50;
    private static final int LENGTH = 46;
    private static final int ZIP64_EXTRA = 1;
    private static final int LIMIT32 = 0xffffffff;

    private final byte[] bytes;
    private final long base;
    private int budget;
    private int[] starts;
    private int count;

    private CentralDirectory(byte[] bytes, long base, int budget) {
        this.bytes = bytes;
        this.base = base;
        this.budget = budget;
        this.starts = new int[Math.min(bytes.length / LENGTH, 64)];
    }

    /** Reads and checks the directory; to be closed when it is no longer used. */
    static CentralDirectory read(ZipBytes zip) throws IOException {
        EndRecord end = EndRecord.read(zip);
        long length = end.directoryLimit() - end.directoryStart();
        if (length > DirectoryBudget.MAX_LENGTH) {
            throw zip.invalid("has a directory of " + length + " bytes, more than the " + DirectoryBudget.MAX_LENGTH
                    + " that any sensible number of files needs");
        }
        int budget = DirectoryBudget.acquire((int) length);
        CentralDirectory directory = null;
        try {
            byte[] bytes = new byte[(int) length];
            zip.copy(end.directoryStart(), bytes);
            CentralDirectory read = new CentralDirectory(bytes, end.base(), budget);
            read.index(zip);
            if ((read.count & 0xffff) != (end.entries() & 0xffff)) {
                throw zip.invalid("is not a valid zip file: its end record counts " + end.entries()
                        + " entries, its directory has " + read.count);
            }
            directory = read;
            return directory;
        } finally {
            if (directory == null) {
                DirectoryBudget.release(budget);
            }
        }
    }

    @Override
    public void close() {
        DirectoryBudget.release(budget);
        budget = 0;
    }

    /** Whether a directory entry, complete within the file, starts at an offset. */
    static boolean startsAt(ZipBytes zip, long position) throws IOException {
        if (position > zip.size() - LENGTH) {
            return false;
        }
        int at = zip.at(position, LENGTH);
        byte[] b = zip.window();
        return i32(b, at) == SIGNATURE && position + length(b, at) <= zip.size();
    }

    private void index(ZipBytes zip) throws IOException {
        int at = 0;
        while (at <= bytes.length - 4 && i32(bytes, at) == SIGNATURE) {
            if (at > bytes.length - LENGTH || at > bytes.length - length(bytes, at)) {
                throw zip.invalid("is not a valid zip file: its directory is cut short");
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 16 + count * 2);
            }
            starts[count] = at;
            if (compressedSize(count) < 0 || size(count) < 0 || headerOffset(count) < 0) {
                throw zip.invalid("is not a valid zip file: entry " + quotedName(count) + " has impossible sizes");
            }
            count++;
            at += length(bytes, at);
        }
    }

    private static int length(byte[] b, int at) {
        return LENGTH + u16(b, at + 28) + u16(b, at + 30) + u16(b, at + 32);
    }

    /** Number of entries. */
    int count() {
        return count;
    }

    /** The bytes that {@link #nameStart} is an offset into. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the name of entry {@code i} starts. */
    int nameStart(int i) {
        return starts[i] + LENGTH;
    }

    /** Where the name of entry {@code i} ends. */
    int nameEnd(int i) {
        return starts[i] + LENGTH + u16(bytes, starts[i] + 28);
    }

    /** The name; bytes that are not UTF-8 come out as U+FFFD. */
    String name(int i) {
        return new String(bytes, nameStart(i), nameEnd(i) - nameStart(i), StandardCharsets.UTF_8);
    }

    /** The name for messages. */
    String quotedName(int i) {
        return GoText.quote(name(i));
    }

    /** Whether the name ends in a slash, which is all that makes an entry a directory. */
    boolean isDirectory(int i) {
        int end = nameEnd(i);
        return end > nameStart(i) && bytes[end - 1] == '/';
    }

    boolean isEncrypted(int i) {
        return (bytes[starts[i] + 8] & 1) != 0;
    }

    /** Whether the checksum is repeated behind the data. */
    boolean hasDescriptor(int i) {
        return (bytes[starts[i] + 8] & 8) != 0;
    }

    /** Compression method: 0 stored, 8 deflated. */
    int method(int i) {
        return u16(bytes, starts[i] + 10);
    }

    /** CRC-32 of the content. */
    int crc(int i) {
        return i32(bytes, starts[i] + 16);
    }

    /** Bytes that the content takes in the zip. */
    long compressedSize(int i) {
        long size = u32(bytes, starts[i] + 20);
        return size == 0xffffffffL ? zip64(i, false, true, false) : size;
    }

    /** Declared bytes of the content. */
    long size(int i) {
        long size = u32(bytes, starts[i] + 24);
        if (size != 0xffffffffL) {
            return size;
        }
        // Without a zip64 field the number is taken at its word.
        return hasZip64(i) ? zip64(i, true, false, false) : size;
    }

    /** Where in the file the entry's local header is. */
    long headerOffset(int i) {
        long offset = u32(bytes, starts[i] + 42);
        return (offset == 0xffffffffL ? zip64(i, false, false, true) : offset) + base;
    }

    private boolean hasZip64(int i) {
        return zip64Field(i) >= 0;
    }

    /** The 64-bit form of a number; the field holds those that do not fit 32 bits, in this order. -1 if it is not there. */
    private long zip64(int i, boolean size, boolean compressedSize, boolean offset) {
        int field = zip64Field(i);
        if (field < 0) {
            return -1;
        }
        int at = field + 4;
        int end = at + u16(bytes, field + 2);
        if (!size && i32(bytes, starts[i] + 24) == LIMIT32) {
            at += 8;
        }
        if (offset && i32(bytes, starts[i] + 20) == LIMIT32) {
            at += 8;
        }
        return at + 8 > end ? -1 : i64(bytes, at);
    }

    /** Where the entry's first zip64 extra field starts, or -1. */
    private int zip64Field(int i) {
        int at = nameEnd(i);
        int end = at + u16(bytes, starts[i] + 30);
        while (at + 4 <= end) {
            int next = at + 4 + u16(bytes, at + 2);
            if (next > end) {
                return -1;
            }
            if (u16(bytes, at) == ZIP64_EXTRA) {
                return at;
            }
            at = next;
        }
        return -1;
    }
}
