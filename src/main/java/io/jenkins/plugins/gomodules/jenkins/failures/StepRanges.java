package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The parts of a Pipeline's log that one step wrote. A file beside the log has a line for each place where the writer changes:
 * the offset in bytes, and the id of the step's node unless it is the build itself that goes on. Jenkins' own way to a step's
 * log puts all of it into memory.
 */
final class StepRanges implements LogRanges {
    private final BufferedReader index;
    private final String nodeId;
    private final long length;
    private long start;
    private long end;
    private String line;

    /** @param length of the log now; what is written meanwhile is left out */
    StepRanges(File index, String nodeId, long length) throws IOException {
        this.index = Files.newBufferedReader(index.toPath(), StandardCharsets.ISO_8859_1);
        this.nodeId = nodeId;
        this.length = length;
    }

    @Override
    public boolean next() throws IOException {
        while (line != null || advance()) {
            long from = offset(line);
            boolean own = line.length() > nodeId.length()
                    && line.endsWith(nodeId)
                    && line.charAt(line.length() - nodeId.length() - 1) == ' ';
            long to = advance() ? offset(line) : length;
            // Parts go on from each other, whatever a crash has made of the file.
            if (own && from >= end && from < Math.min(to, length)) {
                start = from;
                end = Math.min(to, length);
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        line = index.readLine();
        return line != null;
    }

    /** -1 for a line that a crash cut off. */
    private static long offset(String line) {
        int space = line.indexOf(' ');
        try {
            return Long.parseLong(space < 0 ? line : line.substring(0, space));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
