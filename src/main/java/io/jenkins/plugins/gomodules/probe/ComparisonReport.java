package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;
import java.util.List;

/**
 * Proxies side by side.
 *
 * @param module whose files were fetched
 * @param mirrors the fastest first; what could not be measured last
 * @param goproxy the value of GOPROXY that has those which were measured, in this order; {@code ""} if none was
 * @param reason why this order, in a sentence without full stop
 */
public record ComparisonReport(String module, List<MirrorMeasure> mirrors, String goproxy, String reason)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ComparisonReport {
        mirrors = List.copyOf(mirrors);
    }
}
