package io.jenkins.plugins.gomodules.jenkins.failures;

import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How much a step did. */
@ExportedBean
public final class StepNumbers {
    private final int modules;
    private final int downloaded;
    private final int cached;
    private final int verified;
    private final long bytes;
    private final long millis;
    private final long requests;
    private final long retries;

    StepNumbers(
            int modules,
            int downloaded,
            int cached,
            int verified,
            long bytes,
            long millis,
            long requests,
            long retries) {
        this.modules = modules;
        this.downloaded = downloaded;
        this.cached = cached;
        this.verified = verified;
        this.bytes = bytes;
        this.millis = millis;
        this.requests = requests;
        this.retries = retries;
    }

    /** Modules that the build needs from elsewhere. */
    @Exported
    public int getModules() {
        return modules;
    }

    @Exported
    public int getDownloaded() {
        return downloaded;
    }

    @Exported
    public int getCached() {
        return cached;
    }

    @Exported
    public int getVerified() {
        return verified;
    }

    /** Bytes received, or, of goModVerify, hashed. */
    @Exported
    public long getBytes() {
        return bytes;
    }

    @Exported
    public long getMillis() {
        return millis;
    }

    @Exported
    public long getRequests() {
        return requests;
    }

    /** Requests that had to be sent again. */
    @Exported
    public long getRetries() {
        return retries;
    }
}
