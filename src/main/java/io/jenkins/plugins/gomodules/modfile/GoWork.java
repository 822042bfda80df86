package io.jenkins.plugins.gomodules.modfile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A go.work file: several main modules that are built together.
 *
 * @see <a href="https://go.dev/ref/mod#go-work-file">Go Modules Reference: go.work files</a>
 */
public final class GoWork {

    private final String fileName;
    private final Optional<String> goVersion;
    private final Optional<String> toolchain;
    private final Map<String, String> godebug;
    private final List<Use> uses;
    private final List<Replace> replaces;

    GoWork(GoWorkReader reader) {
        fileName = reader.directives.source.name;
        goVersion = Optional.ofNullable(reader.goVersion);
        toolchain = Optional.ofNullable(reader.toolchain);
        godebug = Collections.unmodifiableMap(reader.godebug);
        uses = List.copyOf(reader.uses);
        replaces = List.copyOf(reader.replaces);
    }

    /**
     * Reads a go.work file.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException with all that is wrong
     */
    public static GoWork parse(String fileName, byte[] data) throws ModFileException {
        return new GoWork(new GoWorkReader(Source.of(fileName, data)));
    }

    /** How messages name the file. */
    public String fileName() {
        return fileName;
    }

    /** The {@code go} line. The go command takes 1.18 where there is none. */
    public Optional<String> goVersion() {
        return goVersion;
    }

    /** The {@code toolchain} line: {@code go1.21.3} or {@code default}. */
    public Optional<String> toolchain() {
        return toolchain;
    }

    /** The {@code godebug} settings, in their order. */
    public Map<String, String> godebug() {
        return godebug;
    }

    /** The {@code use} lines, in their order; none names a directory that another has named. */
    public List<Use> uses() {
        return uses;
    }

    /** The {@code replace} lines, in their order; none contradicts another. They win over those of the go.mod files. */
    public List<Replace> replaces() {
        return replaces;
    }
}
