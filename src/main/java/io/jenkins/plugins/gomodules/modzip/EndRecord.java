package io.jenkins.plugins.gomodules.modzip;

import static io.jenkins.plugins.gomodules.modzip.LittleEndian.i32;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.i64;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.u16;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.u32;

import java.io.IOException;

/**
 * The end of a zip file, which says where the central directory is. Found as the go command finds it: the last signature in
 * the file's last 1 KiB, else in its last 65 KiB, whose comment fits into the file.
 */
final class EndRecord {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int SIGNATURE64 = 0x06064b50;
    private static final int LENGTH64 = 56;

    /** Where the record, or with zip64 its longer form, starts: no central directory goes beyond. */
    private long offset;

    private long entries;
    private long directorySize;
    private long directoryOffset;
    private long base;

    private EndRecord() {}

    /** Number of entries; only its lowest 16 bits are sure to be right. */
    long entries() {
        return entries;
    }

    /** Where in the file the central directory starts. */
    long directoryStart() {
        return base + directoryOffset;
    }

    /** Where in the file the central directory must have ended. */
    long directoryLimit() {
        return offset;
    }

    /** What to add to the offsets that entries state: the length of whatever was put in front of the zip. */
    long base() {
        return base;
    }

    static EndRecord read(ZipBytes zip) throws IOException {
        EndRecord end = new EndRecord();
        end.find(zip);
        if (end.directorySize < 0 || end.directoryOffset < 0 || end.offset < end.directorySize) {
            throw notAZip(zip);
        }
        end.base = end.offset - end.directorySize - end.directoryOffset;
        long start = end.directoryStart();
        if (start < 0 || start >= zip.size()) {
            throw notAZip(zip);
        }
        if (end.base > 0 && CentralDirectory.startsAt(zip, end.directoryOffset)) {
            end.base = 0;
        }
        return end;
    }

    private void find(ZipBytes zip) throws IOException {
        int length = (int) Math.min(1024, zip.size());
        int at = zip.at(zip.size() - length, length);
        int found = lastSignature(zip.window(), at, length);
        if (found < 0) {
            length = (int) Math.min(65 * 1024, zip.size());
            at = zip.at(zip.size() - length, length);
            found = lastSignature(zip.window(), at, length);
        }
        if (found < 0) {
            throw notAZip(zip);
        }
        byte[] b = zip.window();
        offset = zip.size() - length + (found - at);
        entries = u16(b, found + 10);
        directorySize = u32(b, found + 12);
        directoryOffset = u32(b, found + 16);
        // The odd comparison of a 32-bit size with 0xffff is the go command's; it does no harm.
        if (entries == 0xffff || directorySize == 0xffff || directoryOffset == 0xffffffffL) {
            readZip64(zip);
        }
    }

    private static int lastSignature(byte[] b, int at, int length) {
        for (int i = at + length - LENGTH; i >= at; i--) {
            if (b[i] == 'P' && i32(b, i) == SIGNATURE) {
                // A comment that goes beyond the file: no older signature is looked for.
                return i + LENGTH + u16(b, i + 20) > at + length ? -1 : i;
            }
        }
        return -1;
    }

    private void readZip64(ZipBytes zip) throws IOException {
        long locator = offset - LOCATOR64_LENGTH;
        if (locator < 0) {
            return;
        }
        int at = zip.at(locator, LOCATOR64_LENGTH);
        byte[] b = zip.window();
        if (i32(b, at) != LOCATOR64_SIGNATURE || i32(b, at + 4) != 0 || i32(b, at + 16) != 1) {
            return;
        }
        long position = i64(b, at + 8);
        if (position < 0) {
            return;
        }
        at = zip.at(position, LENGTH64);
        if (i32(b, at) != SIGNATURE64) {
            throw notAZip(zip);
        }
        offset = position;
        entries = i64(b, at + 32);
        directorySize = i64(b, at + 40);
        directoryOffset = i64(b, at + 48);
    }

    private static InvalidModuleZipException notAZip(ZipBytes zip) {
        return zip.invalid("is not a valid zip file: no usable end record (cut short, or something else)");
    }
}
