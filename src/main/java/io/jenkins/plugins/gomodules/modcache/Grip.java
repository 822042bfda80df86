package io.jenkins.plugins.gomodules.modcache;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A lock of the operating system on a file; closing it unlocks. This one alone locks nothing: its subclasses do. */
class Grip implements Closeable {

    private final Path path;
    private RandomAccessFile file;

    Grip(Path path) {
        this.path = path;
    }

    /** With a handle of the file that is to be used, and closed, with the lock. */
    Grip(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** The locked file for reading and writing, at its start when first asked for; closed with the lock. */
    RandomAccessFile file() throws IOException {
        if (file == null) {
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
