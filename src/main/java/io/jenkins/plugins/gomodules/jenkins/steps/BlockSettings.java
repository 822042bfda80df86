package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.goenv.SettingTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;

/** What there is to say about the GO* variables of a block, found out on its agent: files there play a part. */
final class BlockSettings extends MasterToSlaveCallable<ArrayList<String>, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final String directory;
    private final EnvVars env;
    private final Map<String, String> variables;

    BlockSettings(FilePath directory, EnvVars env, Map<String, String> variables) {
        this.directory = directory.getRemote();
        this.env = env;
        this.variables = variables;
    }

    /** Lines for the log: the variables that the block sets, and what is wrong with any that are in force. */
    @Override
    public ArrayList<String> call() {
        EnvVars outer = new EnvVars(System.getenv());
        outer.putAll(env);
        GoEnvironment.Builder builder =
                GoEnvironment.builder().environment(outer, "environment").directory(Path.of(directory));
        variables.forEach((name, value) -> builder.override(name, value, GoModulesStep.origin(name)));
        GoEnvironment settings = builder.build();
        List<Setting> own = settings.settings().stream()
                .filter(setting -> variables.containsKey(setting.name()))
                .toList();
        ArrayList<String> lines = new ArrayList<>();
        if (!own.isEmpty()) {
            lines.add("Go settings of this block:");
            lines.addAll(SettingTable.lines(own));
        }
        settings.warnings().forEach(warning -> lines.add("WARNING: " + warning));
        return lines;
    }
}
