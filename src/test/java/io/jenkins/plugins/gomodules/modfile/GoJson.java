package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.List;

/** Writes files as {@code go mod edit -json} and {@code go work edit -json} do, to compare the texts. */
final class GoJson {

    private GoJson() {}

    static String of(GoMod mod) {
        List<String> module = new ArrayList<>();
        module.add(field("Path", mod.modulePath().orElse("")));
        addUnlessEmpty(module, "Deprecated", mod.deprecated());
        List<String> fields = new ArrayList<>();
        fields.add("\"Module\": " + object(module, 1));
        addUnlessEmpty(fields, "Go", mod.goVersion().orElse(""));
        addUnlessEmpty(fields, "Toolchain", mod.toolchain().orElse(""));
        List<List<String>> godebug = new ArrayList<>();
        mod.godebug().forEach((key, value) -> godebug.add(List.of(field("Key", key), field("Value", value))));
        if (!godebug.isEmpty()) {
            fields.add("\"GoDebug\": " + array(godebug));
        }
        List<List<String>> requires = new ArrayList<>();
        for (Require require : mod.requires()) {
            List<String> object =
                    module(require.module().path(), require.module().version());
            if (require.indirect()) {
                object.add("\"Indirect\": true");
            }
            requires.add(object);
        }
        fields.add("\"Require\": " + array(requires));
        List<List<String>> excludes = new ArrayList<>();
        for (ModuleVersion exclude : mod.excludes()) {
            excludes.add(module(exclude.path(), exclude.version()));
        }
        fields.add("\"Exclude\": " + array(excludes));
        fields.add("\"Replace\": " + array(replaces(mod.replaces())));
        List<List<String>> retracts = new ArrayList<>();
        for (Retract retract : mod.retracts()) {
            List<String> object = new ArrayList<>();
            object.add(field("Low", retract.low()));
            object.add(field("High", retract.high()));
            addUnlessEmpty(object, "Rationale", retract.rationale());
            retracts.add(object);
        }
        fields.add("\"Retract\": " + array(retracts));
        fields.add("\"Tool\": " + array(paths(mod.tools())));
        fields.add("\"Ignore\": " + array(paths(mod.ignores())));
        return object(fields, 0) + "\n";
    }

    static String of(GoWork work) {
        List<String> fields = new ArrayList<>();
        addUnlessEmpty(fields, "Go", work.goVersion().orElse(""));
        List<List<String>> uses = new ArrayList<>();
        for (Use use : work.uses()) {
            uses.add(List.of(field("DiskPath", use.path())));
        }
        fields.add("\"Use\": " + array(uses));
        fields.add("\"Replace\": " + array(replaces(work.replaces())));
        return object(fields, 0) + "\n";
    }

    private static List<List<String>> replaces(List<Replace> replaces) {
        List<List<String>> objects = new ArrayList<>();
        for (Replace replace : replaces) {
            objects.add(List.of(
                    "\"Old\": " + object(module(replace.oldPath(), replace.oldVersion()), 3),
                    "\"New\": " + object(module(replace.newPath(), replace.newVersion()), 3)));
        }
        return objects;
    }

    private static List<List<String>> paths(List<String> paths) {
        List<List<String>> objects = new ArrayList<>();
        for (String path : paths) {
            objects.add(List.of(field("Path", path)));
        }
        return objects;
    }

    private static List<String> module(String path, String version) {
        List<String> object = new ArrayList<>();
        object.add(field("Path", path));
        addUnlessEmpty(object, "Version", version);
        return object;
    }

    private static void addUnlessEmpty(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(field(name, value));
        }
    }

    private static String array(List<List<String>> objects) {
        if (objects.isEmpty()) {
            return "null";
        }
        List<String> texts = new ArrayList<>();
        for (List<String> object : objects) {
            texts.add("\t\t" + object(object, 2));
        }
        return "[\n" + String.join(",\n", texts) + "\n\t]";
    }

    private static String object(List<String> fields, int depth) {
        String indent = "\t".repeat(depth + 1);
        return "{\n" + indent + String.join(",\n" + indent, fields) + "\n" + "\t".repeat(depth) + "}";
    }

    private static String field(String name, String value) {
        StringBuilder text = new StringBuilder("\"" + name + "\": \"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}
