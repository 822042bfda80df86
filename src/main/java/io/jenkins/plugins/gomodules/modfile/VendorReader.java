package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code vendor/modules.txt}: {@code # path version [=> replacement]} starts a module, {@code ## explicit; go
 * 1.20} says more about it, and every other line is a package of it.
 */
final class VendorReader {

    final Map<ModuleVersion, Entry> entries = new LinkedHashMap<>();
    final List<ModuleVersion> providing = new ArrayList<>();
    final Map<String, String> selected = new HashMap<>();
    final boolean forWorkspace;

    /** The module that lines are about; null before the first and behind one that is not understood. */
    private Entry current;

    /** A module while it is being read. */
    static final class Entry {
        private final ModuleVersion module;
        private ModuleVersion replacement;
        private boolean explicit;
        private String goVersion = "";
        private final List<String> packages = new ArrayList<>();

        Entry(ModuleVersion module) {
            this.module = module;
        }

        VendoredModule finished() {
            return new VendoredModule(module, Optional.ofNullable(replacement), explicit, goVersion, packages);
        }
    }

    VendorReader(String text) {
        boolean workspace = false;
        boolean first = true;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            if (first) {
                workspace = line.startsWith("## ") && annotations(line).contains("workspace");
                first = false;
            }
            line(line);
            start = end + 1;
        }
        forWorkspace = workspace;
    }

    private void line(String line) {
        if (line.startsWith("# ")) {
            module(fields(line));
        } else if (current == null) {
            return;
        } else if (line.startsWith("## ")) {
            for (String annotation : annotations(line)) {
                if (annotation.equals("explicit")) {
                    current.explicit = true;
                } else if (annotation.startsWith("go ")) {
                    current.goVersion = annotation.substring("go ".length());
                }
            }
        } else {
            packageOf(fields(line));
        }
    }

    private void module(List<String> fields) {
        if (fields.size() < 3) {
            return;
        }
        boolean wildcard = fields.get(2).equals("=>");
        if (!wildcard && !Semver.isValid(fields.get(2))) {
            current = null;
            return;
        }
        ModuleVersion module = new ModuleVersion(fields.get(1), wildcard ? "" : fields.get(2));
        current = entries.get(module);
        if (current == null) {
            current = new Entry(module);
            entries.put(module, current);
        }
        List<String> rest = fields.subList(wildcard ? 2 : 3, fields.size());
        if (rest.size() >= 2 && rest.get(0).equals("=>")) {
            if (rest.size() == 2) {
                current.replacement = new ModuleVersion(rest.get(1), "");
            } else if (rest.size() == 3 && Semver.isValid(rest.get(2))) {
                current.replacement = new ModuleVersion(rest.get(1), rest.get(2));
            }
        }
    }

    private void packageOf(List<String> fields) {
        if (fields.size() != 1 || !isImportPath(fields.get(0))) {
            return;
        }
        current.packages.add(fields.get(0));
        ModuleVersion module = current.module;
        String before = selected.get(module.path());
        if (before == null || Semver.compare(before, module.version()) < 0) {
            providing.add(module);
            selected.put(module.path(), module.version());
        }
    }

    private static boolean isImportPath(String path) {
        try {
            ModulePath.checkImportPath(path);
            return true;
        } catch (InvalidModuleException e) {
            return false;
        }
    }

    /** The parts of a line of {@code ##} between semicolons. */
    private static List<String> annotations(String line) {
        List<String> annotations = new ArrayList<>(2);
        for (int start = 3; start <= line.length(); ) {
            int semicolon = line.indexOf(';', start);
            int end = semicolon < 0 ? line.length() : semicolon;
            annotations.add(GoText.trim(line.substring(start, end)));
            start = end + 1;
        }
        return annotations;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(5);
        int i = 0;
        while (true) {
            while (i < line.length() && GoText.isSpace(line.charAt(i))) {
                i++;
            }
            if (i == line.length()) {
                return fields;
            }
            int start = i;
            while (i < line.length() && !GoText.isSpace(line.charAt(i))) {
                i++;
            }
            fields.add(line.substring(start, i));
        }
    }
}
