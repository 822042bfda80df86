package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.ModFileException.Problem;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A go.mod file.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file">Go Modules Reference: go.mod files</a>
 */
public final class GoMod {

    private final String fileName;
    private final Optional<String> modulePath;
    private final String deprecated;
    private final Optional<String> goVersion;
    private final Optional<String> toolchain;
    private final Map<String, String> godebug;
    private final List<Require> requires;
    private final List<ModuleVersion> excludes;
    private final List<Replace> replaces;
    private final List<Retract> retracts;
    private final List<String> tools;
    private final List<String> ignores;
    private final List<Problem> incompleteVersions;

    GoMod(GoModReader reader) {
        fileName = reader.directives.source.name;
        modulePath = Optional.ofNullable(reader.modulePath);
        deprecated = reader.deprecated;
        goVersion = Optional.ofNullable(reader.goVersion);
        toolchain = Optional.ofNullable(reader.toolchain);
        godebug = Collections.unmodifiableMap(reader.godebug);
        requires = List.copyOf(reader.requires);
        excludes = List.copyOf(reader.excludes);
        replaces = List.copyOf(reader.replaces);
        retracts = List.copyOf(reader.retracts);
        tools = List.copyOf(reader.tools);
        ignores = List.copyOf(reader.ignores);
        incompleteVersions = List.copyOf(reader.directives.incomplete());
    }

    /**
     * Reads the go.mod file of a main module, where everything has to be understood.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException with all that is wrong
     */
    public static GoMod parse(String fileName, byte[] data) throws ModFileException {
        return new GoMod(new GoModReader(Source.of(fileName, data), true));
    }

    /**
     * Reads the go.mod file of a dependency. Directives that are unknown, or that count in main modules only ({@code
     * replace}, {@code exclude}, {@code toolchain}, {@code godebug}, {@code tool}), are passed over.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException with all that is wrong
     */
    public static GoMod parseDependency(String fileName, byte[] data) throws ModFileException {
        return new GoMod(new GoModReader(Source.of(fileName, data), false));
    }

    /** How messages name the file. */
    public String fileName() {
        return fileName;
    }

    /** The path that the module calls itself; always there in a main module. */
    public Optional<String> modulePath() {
        return modulePath;
    }

    /**
     * Why the module is deprecated and what to use, {@code ""} if it is not, or no text follows {@code Deprecated:}.
     */
    public String deprecated() {
        return deprecated;
    }

    /** The {@code go} line: {@code 1.17}, {@code 1.21.0}. The go command takes 1.16 where there is none. */
    public Optional<String> goVersion() {
        return goVersion;
    }

    /** The {@code toolchain} line: {@code go1.21.3} or {@code default}. Main modules only. */
    public Optional<String> toolchain() {
        return toolchain;
    }

    /** The {@code godebug} settings, in their order. Main modules only. */
    public Map<String, String> godebug() {
        return godebug;
    }

    /** The {@code require} lines, in their order, with the versions in canonical form. */
    public List<Require> requires() {
        return requires;
    }

    /** The {@code exclude} lines, in their order. Main modules only. */
    public List<ModuleVersion> excludes() {
        return excludes;
    }

    /** The {@code replace} lines, in their order; none contradicts another. Main modules only. */
    public List<Replace> replaces() {
        return replaces;
    }

    /** The {@code retract} lines, in their order, with the versions as they are written. */
    public List<Retract> retracts() {
        return retracts;
    }

    /** Import paths of the {@code tool} lines, in their order. Main modules only. */
    public List<String> tools() {
        return tools;
    }

    /** Directories of the {@code ignore} lines, in their order. */
    public List<String> ignores() {
        return ignores;
    }

    /**
     * Versions that are not written in full ({@code v1.2}, {@code v1.2.3+meta}), each with its place and what to do.
     * In a main module the go command looks up what they stand for and asks to update go.mod; {@link #requires()} has
     * them completed with zeros, which is right for dependencies only.
     */
    public List<Problem> incompleteVersions() {
        return incompleteVersions;
    }

    /** The file's name and the module's path. */
    @Override
    public String toString() {
        return fileName + " (" + modulePath.orElse("no module path") + ")";
    }
}
