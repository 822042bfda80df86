package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.ModFileException.Problem;
import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads go.sum files into maps: tens of thousands of lines, in the way of every start. */
final class GoSumReader {

    /** Hash of a go.mod file without content. Early go commands recorded it for what was no module. */
    private static final String EMPTY_GO_MOD = "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";

    private static final String GO_MOD = "/go.mod";

    final Map<ModuleVersion, Set<String>> zips = new HashMap<>();
    final Map<ModuleVersion, Set<String>> goMods = new HashMap<>();

    private final List<Problem> problems = new ArrayList<>();
    private String text;
    /** The text again: reading an array costs a JVM that has just started a fraction of calling charAt. */
    private char[] chars;

    /** Start and end of the first three fields of a line. */
    private final int[] fields = new int[6];
    /** Of the line before: the two lines of a version follow each other, and share their strings. */
    private ModuleVersion last = new ModuleVersion("", "");

    void read(String fileName, byte[] data) throws ModFileException {
        text = Source.of(fileName, data).text;
        chars = text.toCharArray();
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int n = split(start, end);
            if (n == 3) {
                add();
            } else if (n > 0) {
                report(fileName, line, n);
            }
            start = end + 1;
        }
        if (!problems.isEmpty()) {
            throw new ModFileException(problems);
        }
    }

    private void report(String fileName, int line, int n) throws ModFileException {
        problems.add(new Problem(
                fileName,
                line,
                1,
                "malformed line: a module path, a version and a hash are wanted, and here "
                        + (n == 1 ? "is 1 field" : "are " + n + " fields")
                        + "; correct or remove the line (is it left from a merge?), or let `go mod tidy` do it"));
        if (problems.size() == ModFileException.MAX_PROBLEMS) {
            throw new ModFileException(problems);
        }
    }

    /** Finds the fields of a line and gives their number. */
    private int split(int start, int end) {
        int n = 0;
        int i = start;
        while (true) {
            while (i < end && (chars[i] == ' ' || GoText.isSpace(chars[i]))) {
                i++;
            }
            if (i == end) {
                return n;
            }
            int fieldStart = i;
            while (i < end && (chars[i] > ' ' && chars[i] < 0x80 || !GoText.isSpace(chars[i]))) {
                i++;
            }
            if (n < 3) {
                fields[2 * n] = fieldStart;
                fields[2 * n + 1] = i;
            }
            n++;
        }
    }

    private void add() {
        String hash = text.substring(fields[4], fields[5]);
        if (hash.equals(EMPTY_GO_MOD)) {
            return;
        }
        int versionEnd = fields[3];
        boolean goMod =
                versionEnd - fields[2] > GO_MOD.length() && text.startsWith(GO_MOD, versionEnd - GO_MOD.length());
        if (goMod) {
            versionEnd -= GO_MOD.length();
        }
        boolean samePath = isText(last.path(), fields[0], fields[1]);
        boolean sameVersion = isText(last.version(), fields[2], versionEnd);
        if (!samePath || !sameVersion) {
            last = new ModuleVersion(
                    samePath ? last.path() : text.substring(fields[0], fields[1]),
                    sameVersion ? last.version() : text.substring(fields[2], versionEnd));
        }
        GoSum.add(goMod ? goMods : zips, last, hash);
    }

    private boolean isText(String s, int start, int end) {
        return s.length() == end - start && text.startsWith(s, start);
    }
}
