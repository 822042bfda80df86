package io.jenkins.plugins.gomodules.goenv;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers in which a setting is looked up, and the defaults under them. */
final class SettingLayers {
    /** A value, secrets and all, and who set it. */
    record Found(String value, String origin) {
        static Found byDefault(String value) {
            return new Found(value, Setting.DEFAULT);
        }
    }

    private final HostOs os;
    private final Variables process;
    private final Map<String, String> origins;
    private final String processOrigin;
    private final Path directory;
    private final String userFile;
    private final Map<String, String> user;
    private final Optional<Path> goProgram;
    private final String goRoot;
    private final Map<String, String> installation;

    private SettingLayers(
            HostOs os, Variables process, Map<String, String> origins, String processOrigin, Path directory) {
        this.os = os;
        this.process = process;
        this.origins = origins;
        this.processOrigin = processOrigin;
        this.directory = directory;
        this.userFile = userFile(os, process);
        this.user = file(directory, userFile, "");
        this.goProgram = new ProgramSearch(os, process).find("go");
        this.goRoot = findGoRoot();
        this.installation = file(directory, goRoot, "go.env");
    }

    /** The values in a file, or in a file of a directory; none if the name is empty or none of this machine. */
    private static Map<String, String> file(Path base, String name, String below) {
        try {
            return name.isEmpty() ? Map.of() : EnvFile.read(base.resolve(name).resolve(below));
        } catch (InvalidPathException e) {
            return Map.of();
        }
    }

    static SettingLayers read(
            HostOs os, Variables process, Map<String, String> origins, String processOrigin, Path directory) {
        return new SettingLayers(os, process, origins, processOrigin, directory);
    }

    HostOs os() {
        return os;
    }

    /** What relative names are relative to. */
    Path directory() {
        return directory;
    }

    /** The process environment with the overrides. */
    Variables process() {
        return process;
    }

    /** What the {@code go env -w} file sets. */
    Map<String, String> user() {
        return user;
    }

    /** How to call the {@code go env -w} file. */
    String userOrigin() {
        return "go env -w file " + userFile;
    }

    /** Who set this variable of the process environment. */
    String processOrigin(String name) {
        return origins.getOrDefault(name, processOrigin);
    }

    Optional<Path> goProgram() {
        return goProgram;
    }

    /** The value in force, or the default. */
    Found find(String name) {
        switch (name) {
            case "GOENV":
                Found set = inProcess(name);
                return set == null || set.value.equals("off") ? Found.byDefault(userFile) : set;
            case "GOROOT":
                Found root = inProcess(name);
                return new Found(goRoot, root != null ? root.origin : Setting.DEFAULT);
            case "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY":
                Found proxy = inProcess(name);
                proxy = proxy == null ? inProcess(lowerCase(name)) : proxy;
                // That none is to be used is worth saying where somebody says so.
                return proxy == null ? new Found("", origins.getOrDefault(name, Setting.DEFAULT)) : proxy;
            default:
                Found found = name.startsWith("GO") && !name.equals("GODEBUG") ? inLayers(name) : inProcess(name);
                return found == null ? ofDefault(name) : found;
        }
    }

    private Found inLayers(String name) {
        Found found = inProcess(name);
        if (found != null) {
            return found;
        }
        String value = user.getOrDefault(name, "");
        if (user.containsKey(name)) {
            // As in the go command, an empty line in this file hides the one in go.env.
            return value.isEmpty() ? null : new Found(value, userOrigin());
        }
        value = installation.getOrDefault(name, "");
        return value.isEmpty() ? null : new Found(value, "go.env of the Go installation in " + goRoot);
    }

    private Found inProcess(String name) {
        String value = process.get(name);
        return value.isEmpty() ? null : new Found(value, processOrigin(name));
    }

    private Found ofDefault(String name) {
        return switch (name) {
            case "GOPROXY" -> ofInstallation("https://proxy.golang.org,direct");
            case "GOSUMDB" -> ofInstallation("sum.golang.org");
            case "GOTOOLCHAIN" -> ofInstallation("auto");
            case "GOAUTH" -> Found.byDefault("netrc");
            case "GONOPROXY", "GONOSUMDB" -> {
                Found goPrivate = find("GOPRIVATE");
                yield goPrivate.value.isEmpty()
                        ? goPrivate
                        : new Found(goPrivate.value, "GOPRIVATE, from " + goPrivate.origin);
            }
            case "GOPATH" -> Found.byDefault(defaultGoPath());
            case "GOMODCACHE" -> {
                Found goPath = find("GOPATH");
                List<String> list = os.splitList(goPath.value);
                String first = list.isEmpty() ? "" : list.get(0);
                if (first.isEmpty()) {
                    yield Found.byDefault("");
                }
                String origin = goPath.origin.equals(Setting.DEFAULT) ? goPath.origin : "GOPATH, from " + goPath.origin;
                yield new Found(os.join(first, "pkg/mod"), origin);
            }
            default -> Found.byDefault("");
        };
    }

    /** An installation that has a go.env has its defaults there and nowhere else. */
    private Found ofInstallation(String value) {
        return Found.byDefault(installation.isEmpty() ? value : "");
    }

    /** {@code go} in the home directory, unless that is where Go itself is installed. */
    private String defaultGoPath() {
        String home = process.get(os.homeVariable());
        if (home.isEmpty()) {
            return "";
        }
        String path = os.join(home, "go");
        return !goRoot.isEmpty() && path.equals(os.clean(goRoot)) ? "" : path;
    }

    private String findGoRoot() {
        String set = user.getOrDefault("GOROOT", "");
        set = set.isEmpty() ? process.get("GOROOT") : set;
        if (!set.isEmpty()) {
            return os.clean(set);
        }
        return goProgram.isPresent() ? GoRoot.of(goProgram.get()) : "";
    }

    /** The file that {@code go env -w} writes, or {@code ""} for none. */
    private static String userFile(HostOs os, Variables process) {
        String file = process.get("GOENV");
        if (!file.isEmpty()) {
            return file.equals("off") ? "" : file;
        }
        String directory = configDirectory(os, process);
        return directory.isEmpty() ? "" : os.join(directory, "go/env");
    }

    /** Where programs keep a user's configuration; {@code ""} when the environment does not say. */
    private static String configDirectory(HostOs os, Variables process) {
        String home = process.get("HOME");
        switch (os) {
            case WINDOWS:
                return process.get("AppData");
            case MAC:
                return home.isEmpty() ? "" : home + "/Library/Application Support";
            default:
                String config = process.get("XDG_CONFIG_HOME");
                if (!config.isEmpty()) {
                    return os.isAbsolute(config) ? config : "";
                }
                return home.isEmpty() ? "" : home + "/.config";
        }
    }

    static String lowerCase(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int i = 0; i < lower.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
        }
        return lower.toString();
    }
}
