package io.jenkins.plugins.gomodules.goenv;

import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The GO* settings in force and where each came from; immutable. See the package's comment for the layers.
 *
 * @see <a href="https://go.dev/ref/mod#environment-variables">Go Modules Reference, environment variables</a>
 */
public final class GoEnvironment {
    /** What matters for fetching modules, in the order in which people read it. */
    private static final List<String> SHOWN = List.of(
            "GOPROXY",
            "GOPRIVATE",
            "GONOPROXY",
            "GONOSUMDB",
            "GOSUMDB",
            "GOMODCACHE",
            "GOFLAGS",
            "GOTOOLCHAIN",
            "GOINSECURE",
            "GOVCS",
            "GOAUTH",
            "GOWORK",
            "GO111MODULE",
            "GOENV",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY");

    private final SettingLayers layers;
    private final GoFlags flags;

    private GoEnvironment(SettingLayers layers) {
        this.layers = layers;
        this.flags = GoFlags.parse(layers.find("GOFLAGS").value());
    }

    /** Starts with nothing set, for the operating system of this JVM. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The value in force, as {@code go env NAME} prints it; {@code ""} when there is none. The value may hold secrets:
     * show {@link #setting} instead. {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} also stand for their
     * lower-case forms.
     */
    public String get(String name) {
        return layers.find(name).value();
    }

    /** The value in force and its origin, fit to be shown. */
    public Setting setting(String name) {
        SettingLayers.Found found = layers.find(name);
        return new Setting(name, Secrets.mask(name, found.value()), found.origin());
    }

    /** The settings that matter for fetching modules and have a value, fit to be shown. */
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(SHOWN.size());
        for (String name : SHOWN) {
            Setting setting = setting(name);
            boolean byDefault = setting.origin().equals(Setting.DEFAULT);
            boolean ordinary = byDefault && (name.equals("GOAUTH") || name.equals("GOENV"));
            boolean httpProxyTakenAway = !byDefault && (name.equals("HTTP_PROXY") || name.equals("HTTPS_PROXY"));
            if (httpProxyTakenAway || !setting.value().isEmpty() && !ordinary) {
                settings.add(setting);
            }
        }
        return List.copyOf(settings);
    }

    /**
     * What is probably not meant: misspelt variables, patterns that match nothing, values that the go command refuses.
     * Each is a sentence or two, without secrets, that say what to do.
     */
    public List<String> warnings() {
        return new EnvironmentReview(this, layers, flags).warnings();
    }

    /**
     * The module cache.
     *
     * @throws GoEnvironmentException when none is set, or it is not an absolute path
     */
    public Path modCache() {
        String cache = get("GOMODCACHE");
        if (cache.isEmpty()) {
            throw new GoEnvironmentException(
                    "There is no place for the module cache: neither GOMODCACHE nor GOPATH nor " + os().homeVariable()
                            + " is set. Set GOMODCACHE to an absolute path.");
        }
        if (!os().isAbsolute(cache)) {
            throw new GoEnvironmentException("The module cache must be an absolute path, and " + cache + " ("
                    + setting("GOMODCACHE").origin() + ") is not. Set GOMODCACHE to an absolute path.");
        }
        return Path.of(cache);
    }

    /**
     * Where the go command remembers the heads of checksum databases: {@code pkg/sumdb} in the first element of GOPATH.
     *
     * @throws GoEnvironmentException when there is none
     */
    public Path sumDbDirectory() {
        List<String> goPath = os().splitList(get("GOPATH"));
        if (goPath.isEmpty() || !os().isAbsolute(goPath.get(0))) {
            throw new GoEnvironmentException(
                    "There is no place to remember the checksum database in: GOPATH is not an absolute path, or neither"
                            + " GOPATH nor " + os().homeVariable() + " is set. Set GOPATH to an absolute path.");
        }
        return Path.of(os().join(goPath.get(0), "pkg/sumdb"));
    }

    /** Whether extracted modules stay writable: {@code -modcacherw} in GOFLAGS. */
    public boolean modCacheWritable() {
        return flags.isSet("modcacherw");
    }

    /** The value of {@code -mod} in GOFLAGS: {@code mod}, {@code readonly} or {@code vendor}, as it was written. */
    public Optional<String> modFlag() {
        return flags.value("mod");
    }

    /** The value of {@code -modfile} in GOFLAGS: a file to read in place of go.mod. */
    public Optional<String> modFileFlag() {
        return flags.value("modfile");
    }

    /** Modules that are not for the public: GOPRIVATE. */
    public ModulePatterns goPrivate() {
        return ModulePatterns.parse(get("GOPRIVATE"));
    }

    /** Modules that no proxy is asked for: GONOPROXY, by default GOPRIVATE. */
    public ModulePatterns noProxy() {
        return ModulePatterns.parse(get("GONOPROXY"));
    }

    /** Modules that the checksum database is not asked about: GONOSUMDB, by default GOPRIVATE. */
    public ModulePatterns noSumDb() {
        return ModulePatterns.parse(get("GONOSUMDB"));
    }

    /** Whether the checksum database is asked at all: GOSUMDB is not {@code off}. */
    public boolean sumDbEnabled() {
        return !get("GOSUMDB").equals("off");
    }

    /**
     * The proxies to ask.
     *
     * @throws io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException when GOPROXY is not a proxy list
     */
    public ProxyList goProxy() {
        return ProxyList.parse(get("GOPROXY"));
    }

    /**
     * The text of the netrc file in which the go command looks for logins, {@code ""} for none; read anew at each call.
     * Secret.
     */
    public String netrc() {
        return NetrcFile.read(layers).text();
    }

    /** The HTTP proxies through which proxies are reached. */
    public HttpProxySettings httpProxies() {
        return HttpProxySettings.of(layers.process());
    }

    /** The operating system whose rules apply. */
    public HostOs os() {
        return layers.os();
    }

    /** The {@code go} program on PATH. */
    public Optional<Path> goProgram() {
        return layers.goProgram();
    }

    /** The root of the Go installation, if there is one. */
    public Optional<Path> goRoot() {
        String root = get("GOROOT");
        return root.isEmpty() ? Optional.empty() : Optional.of(Path.of(root));
    }

    /**
     * A fresh copy of the environment to run the go command with, so that it sees what is in force here: the process
     * environment and the overrides.
     */
    public Map<String, String> forProcess() {
        return new LinkedHashMap<>(layers.process().asMap());
    }

    /** Names and origins, no values: those may be secret. */
    @Override
    public String toString() {
        return "GoEnvironment" + settings();
    }

    /** Collects what a {@link GoEnvironment} is found from. */
    public static final class Builder {
        private final Map<String, String> overrides = new LinkedHashMap<>();
        private final Map<String, String> origins = new LinkedHashMap<>();
        private Map<String, String> environment = Map.of();
        private String environmentOrigin = "environment";
        private Path home;
        private Path directory = Path.of("");
        private HostOs os = HostOs.current();

        private Builder() {}

        /** The environment of the process, none by default, and how to call it. */
        public Builder environment(Map<String, String> values, String origin) {
            environment = values;
            environmentOrigin = origin;
            return this;
        }

        /** The environment of the process, and who set it. */
        public Builder environment(ProcessVariables variables) {
            variables.origins().forEach(origins::putIfAbsent);
            return environment(variables.values(), variables.origin());
        }

        /** The environment of the process, called {@code environment}. */
        public Builder environment(Map<String, String> values) {
            return environment(values, "environment");
        }

        /**
         * Puts a value in the place of an environment variable. An empty one makes the variable count as not set, as in
         * the go command; null changes nothing. The last call for a name counts.
         *
         * @param origin who says so, such as {@code step parameter goproxy}
         */
        public Builder override(String name, String value, String origin) {
            if (value != null) {
                overrides.put(name, value);
                origins.put(name, origin);
            }
            return this;
        }

        /**
         * Puts values in the place of environment variables, as {@link #override} does. A module cache that is not an
         * absolute path is one relative to the {@link #directory}, which is therefore set first.
         */
        public Builder given(Map<String, Given> values) {
            values.forEach((name, given) -> override(name, absolute(name, given.value()), given.origin()));
            return this;
        }

        private String absolute(String name, String value) {
            return name.equals("GOMODCACHE") && !value.isEmpty()
                    ? directory.resolve(value).toAbsolutePath().normalize().toString()
                    : value;
        }

        /** The home directory to use when the environment names none; without it there is none, as for the go command. */
        public Builder home(Path value) {
            home = value;
            return this;
        }

        /** What a relative GOENV or NETRC is relative to; the current directory by default. */
        public Builder directory(Path value) {
            directory = value;
            return this;
        }

        /** The operating system whose rules apply; that of this JVM by default. */
        public Builder os(HostOs value) {
            os = value;
            return this;
        }

        /** Reads the {@code go env -w} file and the installation's {@code go.env}; files that are not there are empty. */
        public GoEnvironment build() {
            Map<String, String> process = new LinkedHashMap<>(environment);
            if (os.ignoresCaseOfNames()) {
                process.keySet().removeIf(name -> overriddenInAnyCase(name));
            }
            process.putAll(overrides);
            Map<String, String> from = new LinkedHashMap<>(origins);
            if (home != null
                    && new Variables(os, process).get(os.homeVariable()).isEmpty()) {
                process.put(os.homeVariable(), home.toString());
                from.put(os.homeVariable(), "home directory of the user");
            }
            return new GoEnvironment(
                    SettingLayers.read(os, new Variables(os, process), from, environmentOrigin, directory));
        }

        private boolean overriddenInAnyCase(String name) {
            for (String override : overrides.keySet()) {
                if (override.equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
