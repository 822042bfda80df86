package io.jenkins.plugins.gomodules.modzip;

import static io.jenkins.plugins.gomodules.modzip.LittleEndian.i32;
import static io.jenkins.plugins.gomodules.modzip.LittleEndian.u16;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.DigestException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates entries one after the other, in pieces, and holds them to what the central directory says of them. */
final class EntryReader {

    private static final int HEADER_SIGNATURE = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;

    private final ZipBytes zip;
    private final CentralDirectory directory;
    private final Buffers buffers;

    private int entry;
    private long position;
    private long compressedLeft;
    private long produced;

    EntryReader(ZipBytes zip, CentralDirectory directory, Buffers buffers) {
        this.zip = zip;
        this.directory = directory;
        this.buffers = buffers;
    }

    /** Takes the content of an entry, piece by piece. */
    interface Sink {
        void write(byte[] from, int start, int length) throws IOException;
    }

    /**
     * Reads an entry to its end.
     *
     * @param sink takes the content as well, or null
     * @param digest takes the 32 bytes of the content's SHA-256
     * @throws InvalidModuleZipException if content, size or checksum are not as declared; never after more than the declared
     *     size was given to the sink
     */
    void read(int i, Sink sink, byte[] digest, int digestStart) throws IOException {
        entry = i;
        produced = 0;
        buffers.crc.reset();
        checkHeader();
        if (!directory.isDirectory(i)) {
            findContent();
            if (directory.method(i) == 0) {
                copy(sink);
            } else {
                inflate(sink);
            }
            checkEnd();
        }
        try {
            buffers.sha256.digest(digest, digestStart, 32);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds where the content starts, and that the entry's two headers are about the same. */
    private void checkHeader() throws IOException {
        long header = directory.headerOffset(entry);
        int nameLength = directory.nameEnd(entry) - directory.nameStart(entry);
        int at = zip.at(header, HEADER_LENGTH);
        byte[] b = zip.window();
        if (i32(b, at) != HEADER_SIGNATURE) {
            throw invalid("there is no local header where the directory says");
        }
        int extraLength = u16(b, at + 28);
        if (u16(b, at + 26) != nameLength || u16(b, at + 8) != directory.method(entry)) {
            throw invalid("local header and directory contradict each other");
        }
        at = zip.at(header + HEADER_LENGTH, nameLength);
        if (!Arrays.equals(
                b, at, at + nameLength, directory.bytes(), directory.nameStart(entry), directory.nameEnd(entry))) {
            throw invalid("has another name in its local header");
        }
        position = header + HEADER_LENGTH + nameLength + extraLength;
    }

    private void findContent() throws IOException {
        compressedLeft = directory.compressedSize(entry);
        if (position > zip.size() || compressedLeft > zip.size() - position) {
            throw invalid("its content goes beyond the end of the zip");
        }
    }

    private void copy(Sink sink) throws IOException {
        while (compressedLeft > 0) {
            int at = zip.at(position, 1);
            int n = (int) Math.min(zip.available(position), compressedLeft);
            position += n;
            compressedLeft -= n;
            take(zip.window(), at, n, sink);
        }
    }

    private void inflate(Sink sink) throws IOException {
        Inflater inflater = buffers.inflater;
        inflater.reset();
        feed(inflater);
        byte[] content = buffers.content;
        try {
            while (true) {
                int n = inflater.inflate(content);
                if (n > 0) {
                    take(content, 0, n, sink);
                }
                if (inflater.finished()) {
                    return;
                }
                if (n == 0) {
                    if (inflater.needsDictionary() || !inflater.needsInput()) {
                        throw invalid("its compressed data are broken");
                    }
                    feed(inflater);
                }
            }
        } catch (DataFormatException e) {
            throw invalid("its compressed data are broken");
        }
    }

    private void feed(Inflater inflater) throws IOException {
        if (compressedLeft == 0) {
            throw invalid("its compressed data are cut short");
        }
        int at = zip.at(position, 1);
        int n = (int) Math.min(zip.available(position), compressedLeft);
        inflater.setInput(zip.window(), at, n);
        position += n;
        compressedLeft -= n;
    }

    private void take(byte[] from, int start, int length, Sink sink) throws IOException {
        produced += length;
        if (produced > directory.size(entry)) {
            throw invalid("is larger than the " + directory.size(entry) + " bytes it is declared to have");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading " + zip.subject());
        }
        buffers.crc.update(from, start, length);
        buffers.sha256.update(from, start, length);
        if (sink != null) {
            sink.write(from, start, length);
        }
    }

    private void checkEnd() throws IOException {
        if (produced != directory.size(entry)) {
            throw invalid("has " + produced + " bytes, not the " + directory.size(entry) + " it is declared to have");
        }
        int crc = directory.crc(entry);
        boolean checked = crc != 0;
        if (directory.hasDescriptor(entry)) {
            checked = true;
            if (descriptorCrc() != crc) {
                throw invalid("its checksum behind the data is not the one in the directory");
            }
        }
        // A checksum of 0 without a descriptor is one that was never set, to the go command as well.
        if (checked && (int) buffers.crc.getValue() != crc) {
            throw invalid("its content does not have the checksum (CRC-32) that the zip declares");
        }
    }

    private int descriptorCrc() throws IOException {
        long at = position + compressedLeft;
        int i = zip.at(at, 4);
        if (i32(zip.window(), i) == DESCRIPTOR_SIGNATURE) {
            i = zip.at(at + 4, 4);
        }
        return i32(zip.window(), i);
    }

    private InvalidModuleZipException invalid(String problem) {
        return zip.invalid("is broken: entry " + directory.quotedName(entry) + ": " + problem);
    }
}
