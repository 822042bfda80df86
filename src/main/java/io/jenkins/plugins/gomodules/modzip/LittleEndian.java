package io.jenkins.plugins.gomodules.modzip;

/** Numbers as zip files write them. */
final class LittleEndian {

    private LittleEndian() {}

    static int u16(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
    }

    static int i32(byte[] b, int at) {
        return u16(b, at) | u16(b, at + 2) << 16;
    }

    static long u32(byte[] b, int at) {
        return i32(b, at) & 0xffffffffL;
    }

    /** Unsigned in the file; a value above {@link Long#MAX_VALUE} comes out negative. */
    static long i64(byte[] b, int at) {
        return u32(b, at) | u32(b, at + 4) << 32;
    }
}
