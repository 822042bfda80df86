package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;
import java.util.List;

/**
 * What came of a test.
 *
 * @param subject what was tested: a GOPROXY list without logins, or a host
 * @param module what was fetched, {@code path@version}; {@code ""} for a Git host
 * @param targets each server that was spoken to
 * @param chain what the list does about the module, entry by entry; empty for a Git host
 * @param succeeded whether the module would arrive, or the host be reached
 * @param conclusion the same in a sentence
 */
public record ProbeReport(
        String subject,
        String module,
        List<TargetReport> targets,
        List<ChainStep> chain,
        boolean succeeded,
        String conclusion)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ProbeReport {
        targets = List.copyOf(targets);
        chain = List.copyOf(chain);
    }
}
