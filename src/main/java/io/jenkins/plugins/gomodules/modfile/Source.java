package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.ModFileException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file and the names of places in it. */
final class Source {

    /** As the go command limits the go.mod file of a dependency. */
    static final int MAX_BYTES = 16 << 20;

    final String name;
    final String text;

    private Source(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * The text of a file.
     *
     * @throws ModFileException if it is too large
     */
    static Source of(String name, byte[] data) throws ModFileException {
        if (data.length > MAX_BYTES) {
            throw tooLarge(name);
        }
        return new Source(name, new String(data, StandardCharsets.UTF_8));
    }

    static ModFileException tooLarge(String name) {
        return new ModFileException(
                List.of(new Problem(name, 1, 1, "the file is larger than 16 MiB, which is the limit; is it damaged?")));
    }

    /** A problem at an offset in the text. It counts lines from the start, so it is for the few that are reported. */
    Problem problem(int offset, String message) {
        int line = 1;
        int start = 0;
        for (int newline = text.indexOf('\n'); newline >= 0 && newline < offset; newline = text.indexOf('\n', start)) {
            line++;
            start = newline + 1;
        }
        return new Problem(name, line, text.codePointCount(start, offset) + 1, message);
    }

    ModFileException error(int offset, String message) {
        return new ModFileException(List.of(problem(offset, message)));
    }
}
