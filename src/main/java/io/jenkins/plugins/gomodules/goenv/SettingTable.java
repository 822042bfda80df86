package io.jenkins.plugins.gomodules.goenv;

import java.util.ArrayList;
import java.util.List;

/** Settings as a person reads them in a log. */
public final class SettingTable {
    private SettingTable() {}

    /** One line for each: its name, its value as it may be shown, and where it comes from. */
    public static List<String> lines(List<Setting> settings) {
        int width = 0;
        for (Setting setting : settings) {
            width = Math.max(width, setting.name().length());
        }
        List<String> lines = new ArrayList<>(settings.size());
        for (Setting setting : settings) {
            String value = setting.value().isEmpty() ? "none" : setting.value();
            lines.add("  " + setting.name() + " ".repeat(width - setting.name().length()) + "  " + value + "  ("
                    + setting.origin() + ")");
        }
        return lines;
    }
}
