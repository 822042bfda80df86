package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.modfile.Replace;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code replace} lines in force: those of go.work first, which overrule those of the modules that it uses. A line
 * for one version goes before a line for every version of the same module in the same file.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file-replace">replace directive</a>
 */
final class Replacements {
    private final List<Map<ModuleVersion, Rule>> files = new ArrayList<>();
    private boolean workspace;

    /** Adds the lines of go.work; to be called before any module is added. */
    void addWorkFile(Path file, List<Replace> replaces, Set<String> mainPaths) throws GoModException {
        for (Replace r : replaces) {
            if (r.oldVersion().isEmpty() && mainPaths.contains(r.oldPath())) {
                throw new GoModException(
                        GoModException.SYNTAX,
                        at(file, r) + "workspace module " + r.oldPath() + " is replaced at every version."
                                + " Remove the replacement, or name the version to replace.");
            }
        }
        workspace = true;
        files.add(index(file, file.getParent(), replaces));
    }

    /** Adds the lines of a main module. */
    void addModule(MainModule module) throws GoModException {
        Map<ModuleVersion, Rule> rules =
                index(module.goModFile(), module.dir(), module.goMod().replaces());
        Set<String> overruled = new HashSet<>();
        if (workspace) {
            for (ModuleVersion old : files.get(0).keySet()) {
                overruled.add(old.path());
            }
        }
        for (Map.Entry<ModuleVersion, Rule> entry : rules.entrySet()) {
            ModuleVersion old = entry.getKey();
            for (int i = workspace ? 1 : 0; i < files.size() && !overruled.contains(old.path()); i++) {
                Rule other = files.get(i).get(old);
                if (other != null && !other.sameTarget(entry.getValue())) {
                    throw new GoModException(GoModException.SYNTAX, conflict(old, other, entry.getValue()));
                }
            }
        }
        files.add(rules);
    }

    private static Map<ModuleVersion, Rule> index(Path file, Path base, List<Replace> replaces) throws GoModException {
        Map<ModuleVersion, Rule> rules = new HashMap<>();
        for (Replace r : replaces) {
            Optional<Path> directory = Optional.empty();
            if (r.newVersion().isEmpty()) {
                try {
                    directory = Optional.of(base.resolve(r.newPath()).normalize());
                } catch (InvalidPathException e) {
                    throw new GoModException(
                            GoModException.SYNTAX, at(file, r) + "no directory can be called " + r.newPath() + ".", e);
                }
            }
            rules.put(new ModuleVersion(r.oldPath(), r.oldVersion()), new Rule(r, directory, file));
        }
        return rules;
    }

    /** Where the code of a module comes from. */
    ModuleSource source(ModuleVersion module) {
        Rule rule = find(module);
        if (rule == null) {
            return new ModuleSource(module, Optional.empty(), Optional.empty());
        }
        ModuleVersion fetched = rule.directory.isPresent()
                ? module
                : new ModuleVersion(rule.replace.newPath(), rule.replace.newVersion());
        return new ModuleSource(fetched, rule.directory, Optional.of(rule.file));
    }

    /**
     * Why the modules of a workspace do not agree on where a module comes from: one replaces every version of it, and a
     * later one this version. Two lines for the same version are found when the files are read.
     */
    Optional<String> conflict(ModuleVersion module) {
        if (files.size() <= (workspace ? 2 : 1) || workspace && find(files.get(0), module) != null) {
            return Optional.empty();
        }
        Rule first = null;
        for (int i = workspace ? 1 : 0; i < files.size(); i++) {
            Rule rule = find(files.get(i), module);
            if (rule != null && first != null && rule.isForOneVersion() && !rule.sameTarget(first)) {
                return Optional.of(conflict(module, first, rule));
            }
            first = rule == null ? first : rule;
        }
        return Optional.empty();
    }

    private Rule find(ModuleVersion module) {
        Rule found = null;
        for (int i = 0; i < files.size(); i++) {
            Rule rule = find(files.get(i), module);
            if (rule != null) {
                found = rule;
                if (workspace && i == 0) {
                    break; // Otherwise the last module's line counts, as for the go command.
                }
            }
        }
        return found;
    }

    private static Rule find(Map<ModuleVersion, Rule> rules, ModuleVersion module) {
        if (rules.isEmpty()) {
            return null;
        }
        Rule rule = rules.get(module);
        return rule != null ? rule : rules.get(new ModuleVersion(module.path(), ""));
    }

    private static String conflict(ModuleVersion old, Rule one, Rule other) {
        return at(other.file, other.replace) + old + " is replaced by " + other.target() + " here, but by "
                + one.target() + " in " + one.file + ":" + one.replace.line()
                + ". Decide with a replace line in go.work: go work edit -replace=" + old + "=…";
    }

    private static String at(Path file, Replace replace) {
        return file + ":" + replace.line() + ": ";
    }

    /** One replace line. */
    private static final class Rule {
        final Replace replace;
        final Optional<Path> directory;
        final Path file;

        Rule(Replace replace, Optional<Path> directory, Path file) {
            this.replace = replace;
            this.directory = directory;
            this.file = file;
        }

        boolean isForOneVersion() {
            return !replace.oldVersion().isEmpty();
        }

        boolean sameTarget(Rule other) {
            return directory.isPresent()
                    ? directory.equals(other.directory)
                    : other.directory.isEmpty() && target().equals(other.target());
        }

        String target() {
            return directory.isPresent() ? directory.get().toString() : replace.newPath() + "@" + replace.newVersion();
        }
    }
}
