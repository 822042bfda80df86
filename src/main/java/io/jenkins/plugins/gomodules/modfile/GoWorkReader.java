package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the directives of a go.work file into its fields. */
final class GoWorkReader {

    private static final String BLOCKS = "use, replace, godebug";

    final Directives directives;
    private final ReplaceLine replaceLine;

    String goVersion;
    String toolchain;
    final Map<String, String> godebug = new LinkedHashMap<>();
    final List<Use> uses = new ArrayList<>();
    final List<Replace> replaces = new ArrayList<>();

    /** The directories that have been named, in their shortest form, and the line. */
    private final Map<String, Integer> used = new HashMap<>();

    GoWorkReader(Source source) throws ModFileException {
        this.directives = new Directives(source);
        this.replaceLine = new ReplaceLine(directives, false);
        Syntax syntax = new Syntax(source);
        for (Statement statement = syntax.next(); statement != null; statement = syntax.next()) {
            List<Token> tokens = statement.tokens;
            if (!statement.isBlock()) {
                directive(tokens.get(0), statement.first(), tokens.subList(1, tokens.size()));
                continue;
            }
            boolean known = tokens.size() == 1 && isBlock(tokens.get(0).text);
            if (!known) {
                directives.unknownBlock(statement, BLOCKS);
            }
            for (Statement line = syntax.nextInBlock(); line != null; line = syntax.nextInBlock()) {
                if (known) {
                    directive(tokens.get(0), line.first(), line.tokens);
                }
            }
        }
        directives.throwIfAny();
    }

    private static boolean isBlock(String verb) {
        return verb.equals("use") || verb.equals("replace") || verb.equals("godebug");
    }

    private void directive(Token verb, Token at, List<Token> args) throws ModFileException {
        switch (verb.text) {
            case "go" -> {
                if (!directives.repeated(goVersion != null, at, "go")) {
                    goVersion = directives.goVersion(at, args, false);
                }
            }
            case "toolchain" -> {
                if (!directives.repeated(toolchain != null, at, "toolchain")) {
                    toolchain = directives.toolchain(at, args);
                }
            }
            case "godebug" -> directives.godebug(at, args, godebug);
            case "use" -> use(at, args);
            case "replace" -> replaceLine.read(at, args, replaces);
            default -> directives.unknown(verb, BLOCKS + ", go, toolchain");
        }
    }

    private void use(Token at, List<Token> args) throws ModFileException {
        Token arg = directives.only(at, args, "use ./directory");
        String path = arg == null ? null : directives.string(arg);
        if (path == null) {
            return;
        }
        Integer line = used.putIfAbsent(clean(path), at.line);
        if (line != null) {
            directives.report(
                    arg, "directory " + GoText.quote(path) + " is used in line " + line + " already; remove one");
            return;
        }
        directives.count(at);
        uses.add(new Use(path, at.line));
    }

    /** The path without elements that lead nowhere, so that {@code ./a} is {@code a}. */
    static String clean(String path) {
        List<String> elements = new ArrayList<>();
        for (int start = 0; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String element = path.substring(start, end);
            int last = elements.size() - 1;
            if (element.equals("..") && last >= 0 && !elements.get(last).equals("..")) {
                elements.remove(last);
            } else if (!element.isEmpty() && !element.equals(".")) {
                elements.add(element);
            }
            start = end + 1;
        }
        return (path.startsWith("/") ? "/" : "").concat(String.join("/", elements));
    }
}
