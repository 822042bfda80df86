package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;

/** Writes what was read of a go.mod file as such a file again, every word of it quoted. */
final class GoModText {

    private GoModText() {}

    static String of(GoMod mod) {
        StringBuilder text = new StringBuilder();
        mod.modulePath()
                .ifPresent(path -> text.append("module ").append(quoted(path)).append('\n'));
        mod.goVersion().ifPresent(go -> text.append("go ").append(go).append('\n'));
        mod.toolchain().ifPresent(name -> text.append("toolchain ").append(name).append('\n'));
        mod.godebug()
                .forEach((key, value) -> text.append("godebug ")
                        .append(quoted(key + "=" + value))
                        .append('\n'));
        for (Require require : mod.requires()) {
            text.append("require ").append(of(require.module())).append(require.indirect() ? " // indirect\n" : "\n");
        }
        for (ModuleVersion exclude : mod.excludes()) {
            text.append("exclude ").append(of(exclude)).append('\n');
        }
        for (Replace replace : mod.replaces()) {
            text.append("replace ")
                    .append(quoted(replace.oldPath()))
                    .append(' ')
                    .append(version(replace.oldVersion()));
            text.append(" => ")
                    .append(quoted(replace.newPath()))
                    .append(' ')
                    .append(version(replace.newVersion()))
                    .append('\n');
        }
        for (Retract retract : mod.retracts()) {
            text.append("retract [")
                    .append(quoted(retract.low()))
                    .append(", ")
                    .append(quoted(retract.high()))
                    .append("]\n");
        }
        mod.tools().forEach(tool -> text.append("tool ").append(quoted(tool)).append('\n'));
        mod.ignores()
                .forEach(path -> text.append("ignore ").append(quoted(path)).append('\n'));
        return text.toString();
    }

    private static String of(ModuleVersion module) {
        return quoted(module.path()) + " " + quoted(module.version());
    }

    private static String version(String version) {
        return version.isEmpty() ? "" : quoted(version);
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
