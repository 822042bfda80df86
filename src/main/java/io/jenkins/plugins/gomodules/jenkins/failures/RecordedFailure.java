package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Something that failed in a step, known first-hand. */
@ExportedBean
public final class RecordedFailure {
    private final String module;
    private final String version;
    private final String stage;
    private final String cause;
    private final String message;
    private final String proxy;
    private final int status;
    private final int attempts;

    /**
     * @param stage what was being done; "" if that is not known
     * @param cause an id of the failure catalog
     * @param message one sentence, secrets masked
     * @param proxy who answered last, without login; "" for nobody
     * @param status the HTTP status, or 0
     * @param attempts how often it was tried, or 0
     */
    RecordedFailure(
            String module,
            String version,
            String stage,
            String cause,
            String message,
            String proxy,
            int status,
            int attempts) {
        this.module = ForeignText.line(module);
        this.version = ForeignText.line(version);
        this.stage = ForeignText.line(stage);
        this.cause = ForeignText.line(cause);
        this.message = ForeignText.line(message);
        this.proxy = ForeignText.line(proxy);
        this.status = status;
        this.attempts = attempts;
    }

    /** False of what was read from a file that lacks something. */
    boolean isComplete() {
        return Stream.of(module, version, stage, cause, message, proxy).allMatch(Objects::nonNull);
    }

    /** The module's path; "" when the failure is of no single module. */
    @Exported
    public String getModule() {
        return module;
    }

    @Exported
    public String getVersion() {
        return version;
    }

    /** What was being done: {@code plan}, {@code info}, {@code mod}, {@code zip}, {@code verify}, {@code extract}, {@code go}. */
    @Exported
    public String getStage() {
        return stage;
    }

    /** The id in the failure catalog. */
    @Exported
    public String getCause() {
        return cause;
    }

    @Exported
    public String getMessage() {
        return message;
    }

    @Exported
    public String getProxy() {
        return proxy;
    }

    @Exported
    public int getStatus() {
        return status;
    }

    @Exported
    public int getAttempts() {
        return attempts;
    }
}
