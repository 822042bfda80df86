package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A line that proves a cause, secrets masked. */
@ExportedBean
public final class EvidenceLine {
    private final long line;
    private final long consoleLine;
    private final String text;

    /** @param consoleLine its number in the whole console, or 0 */
    EvidenceLine(Evidence evidence, long consoleLine) {
        line = evidence.line();
        this.consoleLine = consoleLine;
        text = ForeignText.line(evidence.text());
    }

    /** Its number in the log of its step, or of the build where no step is named, from 1; 0 if it is from no log or the number is not known. */
    @Exported
    public long getLine() {
        return line;
    }

    /** Its number in the console of the whole build, from 1; 0 if that is not known. */
    @Exported
    public long getConsoleLine() {
        return consoleLine;
    }

    @Exported
    public String getText() {
        return text;
    }
}
