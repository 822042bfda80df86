package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.FilePath;
import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.goenv.SettingTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;

/** What there is to say about the settings of a block, found out on its agent: files there play a part. */
final class BlockSettings extends MasterToSlaveCallable<ArrayList<String>, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final String directory;
    private final AgentVariables variables;
    private final LinkedHashMap<String, Given> given;
    private final ArrayList<Setting> shown;

    /** @param shown settings that are no variables, to be listed with those that are */
    BlockSettings(FilePath directory, AgentVariables variables, Map<String, Given> given, List<Setting> shown) {
        this.directory = directory.getRemote();
        this.variables = variables;
        this.given = new LinkedHashMap<>(given);
        this.shown = new ArrayList<>(shown);
    }

    /** Lines for the log: what the block sets, and what is wrong with anything that is in force. */
    @Override
    public ArrayList<String> call() {
        GoEnvironment.Builder builder =
                GoEnvironment.builder().environment(variables.onAgent()).directory(Path.of(directory));
        given.forEach((name, value) -> builder.override(name, value.value(), value.origin()));
        GoEnvironment settings = builder.build();
        List<Setting> own = new ArrayList<>();
        settings.settings().stream()
                .filter(setting -> given.containsKey(setting.name()))
                .forEach(own::add);
        own.addAll(shown);
        ArrayList<String> lines = new ArrayList<>();
        if (!own.isEmpty()) {
            lines.add("Go settings of this block:");
            lines.addAll(SettingTable.lines(own));
        }
        settings.warnings().forEach(warning -> lines.add("WARNING: " + warning));
        return lines;
    }
}
