package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be fetched, and how. Made by {@link #builder}, sent to an agent as it is.
 *
 * @param dirs directories of modules or workspaces, absolute or relative to the base directory; at least one
 * @param engine who fetches
 * @param verify what is checked
 * @param settings variables that this caller sets, by name, such as {@code GOPROXY}; a GOMODCACHE may be relative to the
 *     base directory
 * @param shown settings that are no variables, to be listed with those that are
 * @param parallelism how many transfers may be under way at once; 0 leaves it to the engine
 * @param retries how often a failed transfer is tried again, 0 to 20
 * @param timeouts how long a server may be silent
 * @param timeoutSeconds how long everything may take together; 0 for no limit
 * @param extract whether modules are also extracted, as {@code go mod download} does
 * @param writeGoSum whether lines that go.sum lacks are added to it, as far as the checksum database vouched for them
 * @param offlineProxy directory that gets a file-system GOPROXY of what the build needs, or {@code ""}
 * @param quarantine directory that gets the bytes of modules whose hash is wrong, or {@code ""}
 */
public record PrefetchOptions(
        List<String> dirs,
        Engine engine,
        Verification verify,
        Map<String, Given> settings,
        List<Setting> shown,
        int parallelism,
        int retries,
        HttpTimeouts timeouts,
        int timeoutSeconds,
        boolean extract,
        boolean writeGoSum,
        String offlineProxy,
        String quarantine)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The most transfers that may be asked for. */
    public static final int MAX_PARALLELISM = 1024;

    /** The most retries that may be asked for. */
    public static final int MAX_RETRIES = 20;

    /** Retries when nothing is asked for. */
    public static final int DEFAULT_RETRIES = 4;

    /** Seconds that everything may take when nothing is asked for. */
    public static final int DEFAULT_TIMEOUT_SECONDS = 600;

    public PrefetchOptions {
        dirs = List.copyOf(dirs);
        settings = Map.copyOf(settings);
        shown = List.copyOf(shown);
        requireRange("parallelism", parallelism, MAX_PARALLELISM);
        requireRetries(retries);
        requireRange("timeout", timeoutSeconds, Integer.MAX_VALUE);
        if (dirs.isEmpty()) {
            throw new IllegalArgumentException("dirs: name at least one directory with a go.mod or go.work file.");
        }
    }

    /** @throws IllegalArgumentException when that is not a number of retries */
    public static void requireRetries(int retries) {
        requireRange("retries", retries, MAX_RETRIES);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(
                    name + ": " + value + " is out of range, it must be from 0 to " + max + ".");
        }
    }

    /** Starts with the defaults of the {@code goModPrefetch} step. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the options; see the record for what each means. */
    public static final class Builder {
        private List<String> dirs = List.of(".");
        private Engine engine = Engine.AUTO;
        private Verification verify = Verification.STRICT;
        private final Map<String, Given> settings = new LinkedHashMap<>();
        private List<Setting> shown = List.of();
        private int parallelism;
        private int retries = DEFAULT_RETRIES;
        private int connectSeconds = HttpTimeouts.DEFAULT_CONNECT_SECONDS;
        private int readSeconds = HttpTimeouts.DEFAULT_READ_SECONDS;
        private int timeoutSeconds = DEFAULT_TIMEOUT_SECONDS;
        private boolean extract = true;
        private boolean writeGoSum;
        private String offlineProxy = "";
        private String quarantine = "";

        private Builder() {}

        public Builder dirs(List<String> value) {
            dirs = value;
            return this;
        }

        public Builder engine(Engine value) {
            engine = value;
            return this;
        }

        public Builder verify(Verification value) {
            verify = value;
            return this;
        }

        /** Sets one variable; a null value leaves it to the environment. */
        public Builder setting(String name, String value, String origin) {
            if (value != null) {
                settings.put(name, new Given(value, origin));
            }
            return this;
        }

        /** Sets variables. */
        public Builder settings(Map<String, Given> values) {
            settings.putAll(values);
            return this;
        }

        public Builder shown(List<Setting> value) {
            shown = value;
            return this;
        }

        public Builder parallelism(int value) {
            parallelism = value;
            return this;
        }

        public Builder retries(int value) {
            retries = value;
            return this;
        }

        /** @param value seconds until a connection to a server stands, 1 to 3600 */
        public Builder connectTimeoutSeconds(int value) {
            connectSeconds = value;
            return this;
        }

        /** @param value seconds between two arrivals of bytes, 1 to 3600 */
        public Builder readTimeoutSeconds(int value) {
            readSeconds = value;
            return this;
        }

        public Builder timeoutSeconds(int value) {
            timeoutSeconds = value;
            return this;
        }

        public Builder extract(boolean value) {
            extract = value;
            return this;
        }

        public Builder writeGoSum(boolean value) {
            writeGoSum = value;
            return this;
        }

        public Builder offlineProxy(String value) {
            offlineProxy = value;
            return this;
        }

        public Builder quarantine(String value) {
            quarantine = value;
            return this;
        }

        /** @throws IllegalArgumentException when a value is out of range, naming it */
        public PrefetchOptions build() {
            return new PrefetchOptions(
                    dirs,
                    engine,
                    verify,
                    settings,
                    shown,
                    parallelism,
                    retries,
                    HttpTimeouts.ofSeconds(connectSeconds, readSeconds),
                    timeoutSeconds,
                    extract,
                    writeGoSum,
                    offlineProxy,
                    quarantine);
        }
    }
}
