package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A setting that was in force in a step, secrets masked. */
@ExportedBean
public final class RecordedSetting {
    private final String name;
    private final String value;
    private final String origin;

    /** @param origin who set it, for a person to read */
    RecordedSetting(String name, String value, String origin) {
        this.name = ForeignText.line(name);
        this.value = ForeignText.line(value);
        this.origin = ForeignText.line(origin);
    }

    @Exported
    public String getName() {
        return name;
    }

    @Exported
    public String getValue() {
        return value;
    }

    /** Who set it, such as {@code step parameter goproxy}, {@code environment of the agent} or {@code default}. */
    @Exported
    public String getOrigin() {
        return origin;
    }
}
