package io.jenkins.plugins.gomodules.prefetch;

import java.io.Serializable;

/**
 * One module that could not be had.
 *
 * @param module the module path, or {@code ""} when the failure is of no single module
 * @param version the version, or {@code ""}
 * @param stage what was being done: {@code plan}, {@code info}, {@code mod}, {@code zip}, {@code verify}, {@code extract},
 *     {@code go}
 * @param cause a stable id of the failure catalog, such as {@code checksum-mismatch}
 * @param message one sentence for a person, without secrets
 * @param proxy the proxy that answered last, without user name and password, or {@code ""}
 * @param httpStatus the status it answered, or 0
 * @param attempts how often it was asked, or 0
 */
public record PrefetchFailure(
        String module,
        String version,
        String stage,
        String cause,
        String message,
        String proxy,
        int httpStatus,
        int attempts)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The module as {@code path@version}, or an empty string when the failure is of no single module. */
    public String name() {
        return version.isEmpty() ? module : module + "@" + version;
    }

    /** The same failure, told differently. */
    PrefetchFailure withMessage(String other) {
        return new PrefetchFailure(module, version, stage, cause, other, proxy, httpStatus, attempts);
    }
}
