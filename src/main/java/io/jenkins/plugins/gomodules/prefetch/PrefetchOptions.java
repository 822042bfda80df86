package io.jenkins.plugins.gomodules.prefetch;

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
 * @param settings GO* variables that this caller sets, by name, such as {@code GOPROXY}
 * @param origin how reports call the parameters of this caller; their names follow, as in {@code step parameter} or
 *     {@code option --}
 * @param modCache the module cache, or {@code ""} for the one the go command would use
 * @param parallelism how many transfers may be under way at once; 0 leaves it to the engine
 * @param retries how often a failed transfer is tried again, 0 to 20
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
        Map<String, String> settings,
        String origin,
        String modCache,
        int parallelism,
        int retries,
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
        requireRange("parallelism", parallelism, MAX_PARALLELISM);
        requireRange("retries", retries, MAX_RETRIES);
        requireRange("timeout", timeoutSeconds, Integer.MAX_VALUE);
        if (dirs.isEmpty()) {
            throw new IllegalArgumentException("dirs: name at least one directory with a go.mod or go.work file.");
        }
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
        private final Map<String, String> settings = new LinkedHashMap<>();
        private String origin = "parameter";
        private String modCache = "";
        private int parallelism;
        private int retries = DEFAULT_RETRIES;
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

        /** Sets one GO* variable; a null value leaves it to the environment. */
        public Builder setting(String name, String value) {
            if (value != null) {
                settings.put(name, value);
            }
            return this;
        }

        public Builder origin(String value) {
            origin = value;
            return this;
        }

        public Builder modCache(String value) {
            modCache = value;
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
                    origin,
                    modCache,
                    parallelism,
                    retries,
                    timeoutSeconds,
                    extract,
                    writeGoSum,
                    offlineProxy,
                    quarantine);
        }
    }
}
