package io.jenkins.plugins.gomodules.goenv;

import java.util.Set;

/** Which variables the go command knows, and what people meant who set one that it does not know. */
final class VariableNames {
    /** Those that decide how modules are fetched, and that a misspelt name is compared with. */
    private static final String[] FETCHING = {
        "GOPROXY",
        "GOPRIVATE",
        "GONOPROXY",
        "GONOSUMDB",
        "GOSUMDB",
        "GOMODCACHE",
        "GOFLAGS",
        "GOTOOLCHAIN",
        "GOINSECURE",
        "GO111MODULE",
        "GOPATH",
        "GOAUTH",
        "GOWORK",
        "GOVCS",
        "GOENV"
    };

    /** Others that look like one of those but are somebody's: Go's own, or common in images and scripts. */
    private static final Set<String> OTHERS = Set.of(
            "GOROOT",
            "GOCACHE",
            "GOCACHEPROG",
            "GOBIN",
            "GOOS",
            "GOARCH",
            "GOTMPDIR",
            "GODEBUG",
            "GOEXE",
            "GOMOD",
            "GOVERSION",
            "GOWASM",
            "GOARM",
            "GOARM64",
            "GO386",
            "GOAMD64",
            "GOMIPS",
            "GOMIPS64",
            "GOPPC64",
            "GORISCV64",
            "GOFIPS140",
            "GOEXPERIMENT",
            "GOGCCFLAGS",
            "GOHOSTARCH",
            "GOHOSTOS",
            "GOTOOLDIR",
            "GOTELEMETRY",
            "GOTELEMETRYDIR",
            "GOCOVERDIR",
            "GOGC",
            "GOMEMLIMIT",
            "GOMAXPROCS",
            "GOTRACEBACK",
            "GORACE");

    private VariableNames() {}

    /** Whether the go command, or a program built with it, gives the name a meaning. */
    static boolean isKnown(String name) {
        return isFetching(name) || OTHERS.contains(name);
    }

    /**
     * What to do instead of setting this variable.
     *
     * @return a sentence that names what was probably meant, or {@code ""} when the name resembles nothing
     */
    static String advice(String name, HostOs os) {
        String upper = upperCase(name);
        if (!os.ignoresCaseOfNames() && !upper.equals(name) && isFetching(upper)) {
            return "Names of variables are case-sensitive: set " + upper + ".";
        }
        String meant = meant(withoutUnderscores(upper));
        if (!meant.isEmpty()) {
            return meant;
        }
        String nearest = nearest(upper);
        return nearest.isEmpty() ? "" : "Did you mean " + nearest + "?";
    }

    /** Names that are met in the wild and whose meaning is plain, though they are far from any real one. */
    private static String meant(String name) {
        return switch (name) {
            case "GONOSUMCHECK", "GONOSUM", "GOSUMCHECK", "GONOCHECKSUM", "GONOVERIFY", "GONOCHECKSUMDB" ->
                "For modules that the checksum database cannot know, list their path prefixes in GONOSUMDB, or in"
                        + " GOPRIVATE if they shall not be asked of proxies either; GOSUMDB=off switches the database"
                        + " off.";
            case "GOSUM", "GOCHECKSUMDB", "GOSUMSERVER" ->
                "Set GOSUMDB for another checksum database; GOSUMDB=off switches it off.";
            case "GOMODPROXY", "GOMODULEPROXY", "GOPROXIES", "GOPROXYURL", "GOPROXYLIST" -> "Set GOPROXY.";
            case "GOPRIVATEREPOS", "GOPRIVATEMODULES", "GOPRIVATEREPO", "GOPRIVATEHOSTS" -> "Set GOPRIVATE.";
            case "GOMODCACHEDIR", "GOMODDIR", "GOPKGMOD", "GOMODULECACHE", "GOCACHEMOD" -> "Set GOMODCACHE.";
            case "GOMODFLAGS", "GOMODFLAG", "GOMODMODE" -> "Put flags such as -mod=mod into GOFLAGS.";
            case "GOMODVENDOR" -> "Set GOFLAGS=-mod=vendor.";
            case "GOMODCACHERW" -> "Set GOFLAGS=-modcacherw.";
            case "GONETRC", "GONETRCFILE", "GOAUTHNETRC", "GONETRCPATH" ->
                "Name the netrc file in NETRC; GOAUTH=netrc, the default, makes the go command read it.";
            case "GOMODULES", "GOMODULE", "GOMODULESMODE" -> "Set GO111MODULE; unset, it is on.";
            case "GOOFFLINE", "GOMODOFFLINE" -> "Set GOPROXY=off to use nothing but the module cache.";
            case "GOPROXYDIRECT", "GODIRECT" -> "Set GOPROXY=direct.";
            case "GORETRY", "GORETRIES", "GOPROXYRETRIES", "GOPROXYRETRY", "GOPROXYTIMEOUT", "GOMODTIMEOUT" ->
                "The go command has no such setting; goModPrefetch has the parameters retries and timeout.";
            case "GOHTTPPROXY", "GOHTTPSPROXY" -> "Set HTTPS_PROXY, and HTTP_PROXY for plain http URLs.";
            default -> "";
        };
    }

    /** The real name at the smallest distance; {@code ""} when all are too far. */
    private static String nearest(String name) {
        String best = "";
        int bestDistance = 3;
        for (String known : FETCHING) {
            // Short names have too many neighbours, and GO_ENV and its like are what applications call their own.
            boolean isShort = known.length() < 7;
            if (isShort && name.indexOf('_') >= 0) {
                continue;
            }
            int distance = EditDistance.between(isShort ? name : withoutUnderscores(name), known, isShort ? 1 : 2);
            if (distance < bestDistance) {
                best = known;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static boolean isFetching(String name) {
        for (String known : FETCHING) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String upperCase(String name) {
        StringBuilder upper = new StringBuilder(name);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return upper.toString();
    }

    private static String withoutUnderscores(String name) {
        return name.indexOf('_') < 0 ? name : name.replace("_", "");
    }
}
