package io.jenkins.plugins.gomodules.jenkins.config;

import java.util.Optional;

/** A setting that jobs and steps may override, unless an administrator has locked it. Folders may always. */
public enum Overridable {
    GOPROXY("goproxy"),
    GOPRIVATE("goprivate"),
    GONOPROXY("gonoproxy"),
    GONOSUMDB("gonosumdb"),
    GOSUMDB("gosumdb"),
    GOINSECURE("goinsecure"),
    GOVCS("govcs"),
    HTTP_PROXY("httpProxy"),
    HOSTS("hosts"),
    CONNECT_TIMEOUT("connectTimeout"),
    READ_TIMEOUT("readTimeout"),
    TIMEOUT("timeout"),
    RETRIES("retries"),
    PARALLELISM("parallelism");

    private final String id;

    Overridable(String id) {
        this.id = id;
    }

    /** The name of the step's parameter, which is also that in {@code allowedOverrides}. */
    public String id() {
        return id;
    }

    /** Its name for people: that of the variable if it is one. */
    public String title() {
        return switch (this) {
            case HTTP_PROXY -> Messages.Overridable_httpProxy();
            case HOSTS -> Messages.Overridable_hosts();
            case CONNECT_TIMEOUT -> Messages.Overridable_connectTimeout();
            case READ_TIMEOUT -> Messages.Overridable_readTimeout();
            case TIMEOUT -> Messages.Overridable_timeout();
            case RETRIES -> Messages.Overridable_retries();
            case PARALLELISM -> Messages.Overridable_parallelism();
            default -> name();
        };
    }

    /** The setting with that name. */
    public static Optional<Overridable> find(String id) {
        for (Overridable each : values()) {
            if (each.id.equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
