package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

/** Finds lines of a step's log in the console of the whole build. */
final class ConsoleLines {
    private ConsoleLines() {}

    /**
     * Reads as much of the file as it has to.
     *
     * @param ranges the parts of the file that are the step's log
     * @param wanted numbers of lines in the step's log, from 1
     * @return for each that was found the number of the file's line that has its begin
     */
    static Map<Long, Long> find(File file, LogRanges.Source ranges, NavigableSet<Long> wanted) throws IOException {
        Map<Long, Long> found = new HashMap<>();
        long position = 0;
        long fileLine = 1;
        long stepLine = 1;
        boolean atStart = true;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()), 256 * 1024);
                LogRanges parts = ranges.open()) {
            while (found.size() < wanted.size() && parts.next()) {
                for (; position < parts.start(); position++) {
                    int c = in.read();
                    if (c < 0) {
                        return found;
                    }
                    fileLine += c == '\n' ? 1 : 0;
                }
                for (; position < parts.end(); position++) {
                    int c = in.read();
                    if (c < 0) {
                        return found;
                    }
                    if (atStart && wanted.contains(stepLine)) {
                        found.put(stepLine, fileLine);
                    }
                    atStart = c == '\n';
                    fileLine += atStart ? 1 : 0;
                    stepLine += atStart ? 1 : 0;
                }
            }
        }
        return found;
    }
}
