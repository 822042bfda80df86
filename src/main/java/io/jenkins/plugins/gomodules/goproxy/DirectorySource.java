package io.jenkins.plugins.gomodules.goproxy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A {@code file:} proxy: a directory laid out as the GOPROXY protocol lays out its URLs. */
final class DirectorySource implements ProxySource {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path directory;
    private final String display;

    DirectorySource(Path directory, String display) {
        this.directory = directory;
        this.display = display;
    }

    @Override
    public Fetched fetch(String path, Sink sink) throws FetchException {
        try (InputStream in = Files.newInputStream(directory.resolve(path))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int count;
            while ((count = in.read(buffer)) >= 0) {
                if (sink.size() + count > sink.limit()) {
                    throw failure(FetchCause.BAD_ANSWER, "is larger than such a file may be", null);
                }
                sink.write(buffer, 0, count);
            }
            return new Fetched(display, 1);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw failure(FetchCause.VERSION_NOT_FOUND, "does not have it", e);
        } catch (FetchException e) {
            throw e;
        } catch (IOException e) {
            throw failure(FetchCause.ofLocalFile(e), "cannot be read: " + e.getMessage(), e);
        }
    }

    private FetchException failure(FetchCause cause, String what, IOException e) {
        return new FetchException(cause, display, 0, 1, display + " " + what, e);
    }
}
