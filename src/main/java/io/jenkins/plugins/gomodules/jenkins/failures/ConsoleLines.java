package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

/** Finds lines of a step's log in the console of the whole build, in one pass over the file. */
final class ConsoleLines {
    private static final int SIZE = 256 * 1024;

    private final LogRanges parts;
    private final NavigableSet<Long> wanted;
    private final Map<Long, Long> found = new HashMap<>();
    private boolean inPart;
    private boolean atStart = true;
    private long position;
    private long fileLine = 1;
    private long stepLine = 1;

    private ConsoleLines(LogRanges parts, NavigableSet<Long> wanted) {
        this.parts = parts;
        this.wanted = wanted;
    }

    /**
     * Reads as much of the file as it has to.
     *
     * @param ranges the parts of the file that are the step's log
     * @param wanted numbers of lines in the step's log, from 1
     * @return for each that was found the number of the file's line that has its begin
     */
    static Map<Long, Long> find(File file, LogRanges.Source ranges, NavigableSet<Long> wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file.toPath());
                LogRanges parts = ranges.open()) {
            ConsoleLines lines = new ConsoleLines(parts, wanted);
            byte[] buffer = new byte[SIZE];
            boolean more = lines.nextPart();
            while (more) {
                int read = in.read(buffer);
                more = read > 0 && lines.count(buffer, read);
            }
            return lines.found;
        }
    }

    private boolean nextPart() throws IOException {
        inPart = false;
        return found.size() < wanted.size() && parts.next();
    }

    /** False when there is nothing more to look for. */
    private boolean count(byte[] buffer, int length) throws IOException {
        int at = 0;
        while (at < length) {
            long edge = inPart ? parts.end() : parts.start();
            int stop = (int) Math.min(length, at + (edge - position));
            if (inPart) {
                countInPart(buffer, at, stop);
            } else {
                for (int i = at; i < stop; i++) {
                    fileLine += buffer[i] == '\n' ? 1 : 0;
                }
            }
            position += stop - at;
            at = stop;
            if (position == edge) {
                if (inPart && !nextPart()) {
                    return false;
                }
                inPart = position == parts.start();
            }
        }
        return found.size() < wanted.size();
    }

    private void countInPart(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (atStart && wanted.contains(stepLine)) {
                found.put(stepLine, fileLine);
            }
            atStart = buffer[i] == '\n';
            if (atStart) {
                fileLine++;
                stepLine++;
            }
        }
    }
}
