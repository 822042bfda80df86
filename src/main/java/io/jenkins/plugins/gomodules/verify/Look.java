package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modzip.FileDigests;
import io.jenkins.plugins.gomodules.modzip.TreeRemark;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * What was seen of a zip or a tree.
 *
 * @param there whether there is one
 * @param hash its h1 hash, or {@code ""} if it could not be read
 * @param problem why it could not be read, or null
 * @param files files in it
 * @param bytes bytes in them
 * @param remarks what is unusual in a tree
 * @param digests its files, or null where they were not asked for
 */
record Look(
        boolean there,
        String hash,
        IOException problem,
        int files,
        long bytes,
        List<TreeRemark> remarks,
        FileDigests digests) {
    static final Look NOTHING = new Look(false, "", null, 0, 0, List.of(), null);

    /** Reads a zip or a tree. */
    interface Reading {
        FileDigests read() throws IOException;
    }

    /**
     * Looks.
     *
     * @param keep whether the files are kept, which takes memory
     * @throws InterruptedIOException when the thread is interrupted
     */
    static Look at(Reading reading, boolean keep) throws InterruptedIOException {
        try {
            FileDigests read = reading.read();
            return new Look(true, read.hash(), null, read.count(), read.bytes(), read.remarks(), keep ? read : null);
        } catch (NoSuchFileException e) {
            return NOTHING; // somebody has removed it since it was seen
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Look(true, "", e, 0, 0, List.of(), null);
        }
    }

    boolean isReadable() {
        return there && problem == null;
    }
}
