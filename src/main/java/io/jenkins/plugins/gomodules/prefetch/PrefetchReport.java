package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.Setting;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a prefetch did.
 *
 * @param modules modules that the build needs from elsewhere
 * @param downloaded how many of them came over the network
 * @param cached how many were in the cache already
 * @param bytes bytes received
 * @param millis wall-clock time in milliseconds
 * @param requests requests sent, retries included
 * @param retries requests that had to be sent again
 * @param verified modules whose zip has the hash that go.sum or the checksum database says
 * @param skipped modules that nothing vouched for and that {@code verify} let pass
 * @param verifiedBy what vouched for each module, by {@code path@version}: {@code go.sum}, the name of a checksum
 *     database, or {@code nothing}
 * @param goproxy the proxy list in force, without secrets
 * @param offlineProxy the file-system GOPROXY that was laid out, or {@code ""}
 * @param servedBy proxies and how many modules each served, most first
 * @param settings what was in force and where it came from
 * @param notices what a person should know although nothing failed
 * @param failures what could not be had; empty when all is there
 */
public record PrefetchReport(
        int modules,
        int downloaded,
        int cached,
        long bytes,
        long millis,
        long requests,
        long retries,
        int verified,
        int skipped,
        Map<String, String> verifiedBy,
        String goproxy,
        String offlineProxy,
        Map<String, Integer> servedBy,
        List<Setting> settings,
        List<String> notices,
        List<PrefetchFailure> failures)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether everything is there and verified as asked. */
    public boolean succeeded() {
        return failures.isEmpty();
    }

    /** The map that the {@code goModPrefetch} step returns, in the documented order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("modules", modules);
        map.put("downloaded", downloaded);
        map.put("cached", cached);
        map.put("bytes", bytes);
        map.put("millis", millis);
        map.put("requests", requests);
        map.put("verified", verified);
        map.put("skipped", skipped);
        map.put("verifiedBy", new LinkedHashMap<>(verifiedBy));
        map.put("goproxy", goproxy);
        map.put("offlineProxy", offlineProxy);
        return map;
    }
}
