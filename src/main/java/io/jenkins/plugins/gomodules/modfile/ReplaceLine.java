package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code replace} lines: {@code path [version] => path version} or {@code path [version] => directory}. */
final class ReplaceLine {

    private final Directives directives;

    /** Whether the new version has to go with the new path, too: the go command asks that of go.mod only. */
    private final boolean checkNew;

    private final Map<ModuleVersion, Replace> byOld = new HashMap<>();

    ReplaceLine(Directives directives, boolean checkNew) {
        this.directives = directives;
        this.checkNew = checkNew;
    }

    /** Reads a line and adds it to the list. */
    void read(Token at, List<Token> args, List<Replace> replaces) throws ModFileException {
        int arrow = args.size() >= 2 && args.get(1).text.equals("=>") ? 1 : 2;
        int behind = args.size() - arrow - 1;
        if (behind < 1 || behind > 2 || !args.get(arrow).text.equals("=>")) {
            directives.report(
                    at,
                    "usage: replace module/path [v1.2.3] => other/module v1.4.0"
                            + " or replace module/path [v1.2.3] => ../local/directory");
            return;
        }
        String oldPath = directives.string(args.get(0));
        if (oldPath == null || !directives.isModulePath(args.get(0), "replace", oldPath)) {
            return;
        }
        String oldVersion = "";
        if (arrow == 2) {
            oldVersion = directives.version(args.get(1), "replace", oldPath);
            if (oldVersion == null || !directives.matches(args.get(0), "replace", oldPath, oldVersion)) {
                return;
            }
        }
        Token newToken = args.get(arrow + 1);
        String newPath = directives.string(newToken);
        String newVersion = newPath == null ? null : newVersion(newToken, newPath, args, arrow + 2);
        if (newVersion != null) {
            add(at, new Replace(oldPath, oldVersion, newPath, newVersion, at.line), replaces);
        }
    }

    private String newVersion(Token newToken, String newPath, List<Token> args, int at) throws ModFileException {
        boolean directory = Replace.isDirectoryPath(newPath);
        if (at == args.size()) {
            String problem = directory ? directoryProblem(newPath) : moduleProblem(newPath);
            if (!problem.isEmpty()) {
                directives.report(newToken, "replacement " + GoText.quote(newPath) + problem);
                return null;
            }
            return "";
        }
        String version = directives.version(args.get(at), "replace by", newPath);
        if (version != null && directory) {
            directives.report(
                    newToken,
                    "replacement " + GoText.quote(newPath)
                            + " is a directory and cannot have a version; remove the version, or name a module");
            return null;
        }
        if (version != null && checkNew && !directives.matches(newToken, "replace by", newPath, version)) {
            return null;
        }
        return version;
    }

    private static String directoryProblem(String path) {
        return File.separatorChar == '/' && path.indexOf('\\') >= 0
                ? " looks like a directory on Windows, and this is not; write the path with slashes"
                : "";
    }

    private static String moduleProblem(String path) {
        return path.indexOf('@') >= 0
                ? ": write path and version with a space between them, not with @"
                : " has no version: a module needs one, and a directory has to start with ./, ../ or /";
    }

    private void add(Token at, Replace replace, List<Replace> replaces) throws ModFileException {
        Replace other = byOld.putIfAbsent(new ModuleVersion(replace.oldPath(), replace.oldVersion()), replace);
        if (other != null
                && !(other.newPath().equals(replace.newPath())
                        && other.newVersion().equals(replace.newVersion()))) {
            directives.report(
                    at,
                    "conflicting replacements for " + new ModuleVersion(replace.oldPath(), replace.oldVersion())
                            + ": line " + other.line() + " has another; remove one");
            return;
        }
        directives.count(at);
        replaces.add(replace);
    }
}
