package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds lines to a go.sum file, and leaves it as the go command writes it: sorted, each line once, no blank ones. */
public final class GoSumEdit {
    private GoSumEdit() {}

    /**
     * Returns the content with more lines. Those that are there stay; but, as with the go command, not those for an empty
     * go.mod file that early go commands wrote by mistake.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException naming the lines that are not of three fields; what is not understood is not rewritten
     */
    public static byte[] add(String fileName, byte[] data, Collection<GoSumLine> lines) throws ModFileException {
        GoSumReader reader = new GoSumReader();
        reader.read(fileName, data);
        for (GoSumLine line : lines) {
            GoSum.add(line.goMod() ? reader.goMods : reader.zips, line.module(), line.hash());
        }
        Set<ModuleVersion> modules = new TreeSet<>(reader.zips.keySet());
        modules.addAll(reader.goMods.keySet());
        StringBuilder text = new StringBuilder();
        for (ModuleVersion module : modules) {
            append(text, module, false, reader.zips);
            append(text, module, true, reader.goMods);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(
            StringBuilder text, ModuleVersion module, boolean goMod, Map<ModuleVersion, Set<String>> hashes) {
        for (String hash : new TreeSet<>(hashes.getOrDefault(module, Set.of()))) {
            text.append(new GoSumLine(module, goMod, hash)).append('\n');
        }
    }
}
