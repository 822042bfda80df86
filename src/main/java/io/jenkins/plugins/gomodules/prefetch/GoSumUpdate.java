package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.modcache.LockedFile;
import io.jenkins.plugins.gomodules.modfile.GoSumEdit;
import io.jenkins.plugins.gomodules.modfile.GoSumLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Adds to a project's go.sum what the checksum database vouched for. */
final class GoSumUpdate {
    private GoSumUpdate() {}

    /**
     * Adds lines to the file, which is not touched when there are none.
     *
     * @param file go.sum of a module, or go.work.sum of a workspace
     */
    static void write(Path file, List<GoSumLine> lines, Outcome outcome) throws IOException, InterruptedException {
        if (lines.isEmpty()) {
            return;
        }
        LockedFile.change(file, before -> GoSumEdit.add(file.toString(), before, lines));
        outcome.notice(Amounts.count(lines.size(), "line") + " added to " + file
                + ", each vouched for by the checksum database. Commit the file.");
    }
}
