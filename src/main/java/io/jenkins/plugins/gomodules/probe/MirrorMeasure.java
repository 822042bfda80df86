package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.failure.Cause;
import java.io.Serializable;

/**
 * How fast a proxy is from here.
 *
 * @param name its URL, without login
 * @param setUpMicros how long until a request could be sent: name, connection, TLS; in microseconds
 * @param roundTripMicros the median time from a small request to its answer, on a connection that stands
 * @param bytesPerSecond how fast a zip came; 0 if none did
 * @param bytes of that zip
 * @param estimateMillis what fetching {@link MirrorComparison#TYPICAL_MODULES} modules would take, in milliseconds
 * @param cause why it could not be measured; null if it was
 */
public record MirrorMeasure(
        String name,
        long setUpMicros,
        long roundTripMicros,
        long bytesPerSecond,
        long bytes,
        long estimateMillis,
        Cause cause)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether it was measured. */
    public boolean measured() {
        return cause == null;
    }
}
