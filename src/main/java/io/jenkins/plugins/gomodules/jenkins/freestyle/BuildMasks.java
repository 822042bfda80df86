package io.jenkins.plugins.gomodules.jenkins.freestyle;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.masking.LateMaskedConsole;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.masking.MaskedConsole;
import java.util.Map;
import java.util.WeakHashMap;

/** What must not show in the logs of the builds that run: a log is opened before it is known. */
final class BuildMasks {
    private static final Map<Run<?, ?>, Mask> MASKS = new WeakHashMap<>();

    private BuildMasks() {}

    static synchronized void put(Run<?, ?> build, Mask mask) {
        MASKS.put(build, mask);
    }

    private static synchronized Mask get(Run<?, ?> build) {
        return MASKS.get(build);
    }

    static ConsoleLogFilter filter(Run<?, ?> build) {
        Mask known = get(build);
        // In a Pipeline the filter is saved, and is asked for when everything is known.
        return known == null ? new LateMaskedConsole(() -> get(build)) : new MaskedConsole(known);
    }
}
