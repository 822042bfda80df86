package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.modfile.ModFileException.Problem;
import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.GoVersion;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModulePath.Split;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the directives of go.mod and go.work have in common. Methods that read something return null when they have
 * reported why they cannot.
 */
final class Directives {

    /** A hundred times what the largest projects have. */
    private static final int MAX_LINES = 100_000;

    final Source source;
    private int lines;
    private final List<Problem> problems = new ArrayList<>();
    /** Versions that were understood, but are not written in full. */
    private final List<Problem> incomplete = new ArrayList<>();

    Directives(Source source) {
        this.source = source;
    }

    void report(Token at, String message) throws ModFileException {
        problems.add(source.problem(at.offset, message));
        if (problems.size() == ModFileException.MAX_PROBLEMS) {
            throw new ModFileException(problems);
        }
    }

    /** Counts a line that is kept, since each takes many times the memory that it has in the file. */
    void count(Token at) throws ModFileException {
        if (++lines > MAX_LINES) {
            throw source.error(at.offset, "more than " + MAX_LINES + " lines; is the file damaged?");
        }
    }

    void throwIfAny() throws ModFileException {
        if (!problems.isEmpty()) {
            throw new ModFileException(problems);
        }
    }

    List<Problem> incomplete() {
        return incomplete;
    }

    /** The value of a word or of a string in double quotes. */
    String string(Token token) throws ModFileException {
        String text = token.text;
        if (token.kind == Token.STRING && text.charAt(0) == '"') {
            String value = Quoted.value(text);
            if (value == null) {
                report(token, "invalid quoted string " + GoText.quote(text) + "; strings are written as in Go source");
            }
            return value;
        }
        if (token.quote || token.kind == Token.STRING) {
            report(
                    token,
                    GoText.quote(text) + " has a quote in it; write it without quotes, or all of it in double quotes");
            return null;
        }
        return text;
    }

    /** A canonical version; verb and path say for messages what it belongs to. */
    String version(Token token, String verb, String path) throws ModFileException {
        String text = string(token);
        if (text == null) {
            return null;
        }
        String version = ModuleVersion.canonicalVersion(text);
        if (version.isEmpty()) {
            report(
                    token,
                    named(verb, path) + ": version " + GoText.quote(text) + " invalid: must be of the form v1.2.3"
                            + "; `go mod tidy` finds the version that a branch or commit stands for");
            return null;
        }
        if (!version.equals(text) && incomplete.size() < ModFileException.MAX_PROBLEMS) {
            incomplete.add(source.problem(
                    token.offset,
                    named(verb, path) + ": version " + GoText.quote(text) + " is not written in full"
                            + "; run `go mod tidy`, which decides what it stands for"));
        }
        return version;
    }

    private static String named(String verb, String path) {
        return path.isEmpty() ? verb : verb + " " + GoText.quote(path);
    }

    /** Checks that the version goes with the path. */
    boolean matches(Token at, String verb, String path, String version) throws ModFileException {
        Optional<Split> split = ModulePath.splitMajor(path);
        if (split.isEmpty()) {
            return isModulePath(at, verb, path);
        }
        String pathMajor = split.get().pathMajor();
        if (ModulePath.matchesMajor(version, pathMajor)) {
            return true;
        }
        report(at, named(verb, path) + ": " + mismatch(version, pathMajor) + advice(version, pathMajor));
        return false;
    }

    private static String advice(String version, String pathMajor) {
        if (pathMajor.isEmpty()) {
            String major = Semver.major(version);
            return "; at " + major + " the path ends in /" + major
                    + ", or the version in +incompatible if the module has no go.mod there";
        }
        return "; the end of the path is the major version that is wanted";
    }

    /** Checks that the path does not end in a major version that no module has. */
    boolean isModulePath(Token at, String verb, String path) throws ModFileException {
        if (ModulePath.splitMajor(path).isPresent()) {
            return true;
        }
        report(
                at,
                named(verb, path) + ": invalid module path; "
                        + (path.startsWith("gopkg.in/")
                                ? "it has to end in .v1 or later"
                                : "it may end in /v2 or later only"));
        return false;
    }

    private static String mismatch(String version, String pathMajor) {
        try {
            ModulePath.checkMajor(version, pathMajor);
            return "";
        } catch (InvalidModuleException e) {
            return e.getMessage();
        }
    }

    /** Checks that the path can be imported. */
    boolean isImportPath(Token at, String verb, String path) throws ModFileException {
        try {
            ModulePath.checkImportPath(path);
            return true;
        } catch (InvalidModuleException e) {
            report(at, verb + ": " + e.getMessage());
            return false;
        }
    }

    /** The only argument of a directive. */
    Token only(Token at, List<Token> args, String usage) throws ModFileException {
        if (args.size() == 1) {
            return args.get(0);
        }
        report(
                at,
                (args.isEmpty() ? "an argument is missing" : "one argument is wanted, and here are more") + "; usage: "
                        + usage);
        return null;
    }

    /** Reports a line that may be there once and has been seen before. */
    boolean repeated(boolean seen, Token at, String verb) throws ModFileException {
        if (seen) {
            report(at, "repeated " + verb + " line; a file has one, remove the others");
        }
        return seen;
    }

    /** The version of a {@code go} line. */
    String goVersion(Token at, List<Token> args, boolean lax) throws ModFileException {
        Token arg = only(at, args, "go 1.23.0");
        if (arg == null) {
            return null;
        }
        String version = GoLine.version(arg.text, lax);
        if (version.isEmpty()) {
            report(arg, "invalid go version " + GoText.quote(arg.text) + "; it has to look like 1.23.0");
            return null;
        }
        return version;
    }

    /** The name of a {@code toolchain} line. */
    String toolchain(Token at, List<Token> args) throws ModFileException {
        Token arg = only(at, args, "toolchain go1.23.0");
        if (arg != null && !GoLine.isToolchain(arg.text)) {
            report(
                    arg,
                    "invalid toolchain " + GoText.quote(arg.text) + "; it has to look like go1.23.0, or be default");
            return null;
        }
        return arg == null ? null : arg.text;
    }

    /** Adds a {@code godebug} line to the settings; the last of several for a key counts. */
    void godebug(Token at, List<Token> args, Map<String, String> settings) throws ModFileException {
        Token arg = only(at, args, "godebug key=value");
        if (arg == null) {
            return;
        }
        String text = arg.text;
        int equals = text.indexOf('=');
        if (equals < 0 || arg.quote || arg.kind == Token.STRING) {
            report(arg, "invalid setting " + GoText.quote(text) + "; usage: godebug key=value");
            return;
        }
        String key = text.substring(0, equals);
        String value = text.substring(equals + 1);
        if (key.equals("default") && !(value.startsWith("go") && GoVersion.isValid(value.substring(2)))) {
            report(arg, "invalid setting " + GoText.quote(text) + "; the default is a Go version such as go1.21");
            return;
        }
        count(arg);
        settings.put(key, value);
    }

    void unknown(Token verb, String known) throws ModFileException {
        report(verb, "unknown directive: " + GoText.quote(verb.text) + "; those of go 1.26 are " + known);
    }

    void unknownBlock(Statement block, String known) throws ModFileException {
        StringBuilder text = new StringBuilder();
        for (Token token : block.tokens) {
            text.append(text.length() == 0 ? "" : " ").append(token.text);
        }
        report(
                block.first(),
                "unknown block type: " + GoText.quote(text.toString()) + "; blocks there are for " + known);
    }
}
