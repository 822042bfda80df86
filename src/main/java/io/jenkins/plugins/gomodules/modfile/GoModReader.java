package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the directives of a go.mod file into its fields. */
final class GoModReader {

    private static final String BLOCKS = "module, require, exclude, replace, retract, godebug, tool, ignore";
    private static final String KNOWN = BLOCKS + ", go, toolchain";

    final Directives directives;
    private final boolean strict;
    private final ReplaceLine replaceLine;
    private final RetractLine retractLine;

    String modulePath;
    String deprecated = "";
    String goVersion;
    String toolchain;
    final Map<String, String> godebug = new LinkedHashMap<>();
    final List<Require> requires = new ArrayList<>();
    final List<ModuleVersion> excludes = new ArrayList<>();
    final List<Replace> replaces = new ArrayList<>();
    final List<Retract> retracts = new ArrayList<>();
    final List<String> tools = new ArrayList<>();
    final List<String> ignores = new ArrayList<>();

    private boolean moduleSeen;
    private Token moduleToken;

    GoModReader(Source source, boolean strict) throws ModFileException {
        this.directives = new Directives(source);
        this.strict = strict;
        this.replaceLine = new ReplaceLine(directives, true);
        this.retractLine = new RetractLine(directives);
        Syntax syntax = new Syntax(source);
        for (Statement statement = syntax.next(); statement != null; statement = syntax.next()) {
            if (statement.isBlock()) {
                block(statement, syntax);
            } else {
                List<Token> tokens = statement.tokens;
                directive(statement.first(), statement, tokens.subList(1, tokens.size()), null);
            }
        }
        if (strict) {
            checkMainModule(source);
        }
        directives.throwIfAny();
    }

    private void block(Statement block, Syntax syntax) throws ModFileException {
        Token verb = block.first();
        boolean known = block.tokens.size() == 1
                && switch (verb.text) {
                    case "module", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore" -> true;
                    default -> false;
                };
        if (!known && strict) {
            directives.unknownBlock(block, BLOCKS);
        }
        for (Statement line = syntax.nextInBlock(); line != null; line = syntax.nextInBlock()) {
            if (known) {
                directive(verb, line, line.tokens, block);
            }
        }
    }

    private void directive(Token verb, Statement line, List<Token> args, Statement block) throws ModFileException {
        Token at = line.first();
        switch (verb.text) {
            case "module" -> module(at, line, args, block);
            case "go" -> go(at, args);
            case "require" -> require(at, line, args);
            case "retract" -> retractLine.read(line, args, block, strict, retracts);
            case "ignore" -> ignore(at, args);
            default -> {
                if (strict) {
                    mainOnly(verb, at, args);
                }
            }
        }
    }

    private void mainOnly(Token verb, Token at, List<Token> args) throws ModFileException {
        switch (verb.text) {
            case "toolchain" -> toolchain(at, args);
            case "exclude" -> exclude(at, args);
            case "replace" -> replaceLine.read(at, args, replaces);
            case "godebug" -> directives.godebug(at, args, godebug);
            case "tool" -> tool(at, args);
            default -> directives.unknown(verb, KNOWN);
        }
    }

    private void module(Token at, Statement line, List<Token> args, Statement block) throws ModFileException {
        if (directives.repeated(moduleSeen, at, "module")) {
            return;
        }
        moduleSeen = true;
        deprecated = Statement.deprecation(line.comment(block));
        Token arg = directives.only(at, args, "module example.com/module");
        modulePath = arg == null ? null : directives.string(arg);
        moduleToken = arg;
    }

    private void go(Token at, List<Token> args) throws ModFileException {
        if (!directives.repeated(goVersion != null, at, "go")) {
            goVersion = directives.goVersion(at, args, !strict);
        }
    }

    private void toolchain(Token at, List<Token> args) throws ModFileException {
        if (!directives.repeated(toolchain != null, at, "toolchain")) {
            toolchain = directives.toolchain(at, args);
        }
    }

    private void require(Token at, Statement line, List<Token> args) throws ModFileException {
        ModuleVersion module = moduleVersion(at, args, "require");
        if (module != null) {
            directives.count(at);
            requires.add(new Require(module, line.isIndirect(), at.line));
        }
    }

    private void exclude(Token at, List<Token> args) throws ModFileException {
        ModuleVersion module = moduleVersion(at, args, "exclude");
        if (module != null) {
            directives.count(at);
            excludes.add(module);
        }
    }

    private ModuleVersion moduleVersion(Token at, List<Token> args, String verb) throws ModFileException {
        if (args.size() != 2) {
            directives.report(at, "a module path and a version are wanted; usage: " + verb + " module/path v1.2.3");
            return null;
        }
        String path = directives.string(args.get(0));
        String version = path == null ? null : directives.version(args.get(1), verb, path);
        boolean good = version != null && directives.matches(args.get(0), verb, path, version);
        return good ? new ModuleVersion(path, version) : null;
    }

    private void tool(Token at, List<Token> args) throws ModFileException {
        Token arg = directives.only(at, args, "tool example.com/module/package");
        String path = arg == null ? null : directives.string(arg);
        if (path != null && directives.isImportPath(arg, "tool", path)) {
            directives.count(at);
            tools.add(path);
        }
    }

    private void ignore(Token at, List<Token> args) throws ModFileException {
        Token arg = directives.only(at, args, "ignore ./directory");
        String path = arg == null ? null : directives.string(arg);
        if (path != null) {
            directives.count(at);
            ignores.add(path);
        }
    }

    /** What the go command asks of a main module beyond the syntax. */
    private void checkMainModule(Source source) throws ModFileException {
        directives.throwIfAny();
        if (modulePath == null) {
            throw source.error(
                    0, "the module line is missing; add one, or run `go mod edit -module=example.com/module`");
        }
        if (modulePath.equals("go") || modulePath.equals("toolchain")) {
            directives.report(moduleToken, "module path " + GoText.quote(modulePath) + " is reserved; choose another");
        }
        directives.isImportPath(moduleToken, "module", modulePath);
        retractLine.checkVersions(modulePath);
    }
}
