package io.jenkins.plugins.gomodules.modzip;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The zip of a module version, known to keep the rules as far as can be known without inflating it.
 *
 * <p>Holds an open file and some 400 KiB of buffers until it is closed. For one thread at a time.
 *
 * @see <a href="https://go.dev/ref/mod#zip-files">Go Modules Reference: module zip files</a>
 */
public final class ModuleZip implements Closeable {

    private final Buffers buffers;
    private ZipBytes zip;
    private CentralDirectory directory;
    private int prefixLength;
    private Extraction extraction;
    private boolean closed;

    private ModuleZip(Buffers buffers) {
        this.buffers = buffers;
    }

    /**
     * Opens a zip and checks it by all rules: its own size, names, collisions, declared sizes. Nothing is inflated.
     *
     * @param file the zip, wherever it is
     * @param module what it should hold
     * @throws InvalidModuleZipException if it is no zip or breaks a rule
     * @throws InvalidModuleException if the module's path and version are not valid, or not canonical
     */
    public static ModuleZip open(Path file, ModuleVersion module) throws IOException {
        module.check();
        String canonical = ModuleVersion.canonicalVersion(module.version());
        if (!canonical.equals(module.version())) {
            throw new InvalidModuleException(
                    "module " + module + ": the version is not canonical, it should be " + canonical);
        }
        ModuleZip opened = new ModuleZip(Buffers.acquire());
        boolean done = false;
        try {
            opened.check(file, module);
            done = true;
            return opened;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    private void check(Path file, ModuleVersion module) throws IOException {
        zip = ZipBytes.open(file, "module zip of ".concat(module.toString()), buffers.window);
        if (zip.size() > ZipRules.MAX_ZIP) {
            throw zip.invalid(
                    "is " + zip.size() + " bytes long, more than the " + ZipRules.MAX_ZIP + " (500 MiB) it may have");
        }
        directory = CentralDirectory.read(zip);
        ZipRules rules = new ZipRules(directory, module);
        String problem = rules.problem();
        if (problem != null) {
            throw zip.invalid("is not allowed: " + problem);
        }
        prefixLength = rules.prefixLength();
    }

    /**
     * Inflates every file without keeping it.
     *
     * @return the h1 hash as go.sum has it
     * @throws InvalidModuleZipException if a file is broken or its size is not the declared one
     */
    public String hash() throws IOException {
        return hash(zip, directory, buffers);
    }

    static String hash(ZipBytes zip, CentralDirectory directory, Buffers buffers) throws IOException {
        return list(zip, directory, buffers).hash(buffers.sha256);
    }

    /** Names, in the bytes of the central directory, and digests of everything in a zip. */
    static FileList list(ZipBytes zip, CentralDirectory directory, Buffers buffers) throws IOException {
        EntryReader reader = new EntryReader(zip, directory, buffers);
        FileList files = new FileList(directory.bytes(), directory.count());
        for (int i = 0; i < directory.count(); i++) {
            files.name(i, directory.nameStart(i), directory.nameEnd(i));
            reader.read(i, null, files.digests(), i * 32);
        }
        return files;
    }

    /**
     * Writes the module's files, each for reading only, and hashes them on the way. Empty directories are left out.
     *
     * @param dir the module's directory, which exists and is empty; what was written stays there when this fails
     * @return the h1 hash as go.sum has it
     * @throws InvalidModuleZipException if a file is broken or its size is not the declared one
     */
    public String extract(Path dir) throws IOException {
        EntryReader reader = new EntryReader(zip, directory, buffers);
        FileList files = new FileList(directory.bytes(), directory.count());
        extraction = new Extraction(dir);
        byte[] names = directory.bytes();
        for (int i = 0; i < directory.count(); i++) {
            int start = directory.nameStart(i);
            int end = directory.nameEnd(i);
            files.name(i, start, end);
            if (directory.isDirectory(i)) {
                reader.read(i, null, files.digests(), i * 32);
            } else {
                start += prefixLength;
                String name = new String(names, start, end - start, StandardCharsets.UTF_8);
                extraction.write(name, reader, i, files.digests());
            }
        }
        return files.hash(buffers.sha256);
    }

    /**
     * Takes the permission to write from the directories that {@link #extract} has made, and its own. A best effort, as
     * with the go command: on Windows, and on some file systems, there is no such permission.
     */
    public void makeDirectoriesReadOnly() {
        if (extraction != null) {
            extraction.makeDirectoriesReadOnly();
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            buffers.close();
            if (directory != null) {
                directory.close();
            }
            if (zip != null) {
                zip.close();
            }
        }
    }
}
