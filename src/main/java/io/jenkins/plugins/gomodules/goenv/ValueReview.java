package io.jenkins.plugins.gomodules.goenv;

import io.jenkins.plugins.gomodules.module.GoVersion;
import java.util.List;

/** Looks at single values: those that the go command refuses, and those that mean something else than they look like. */
final class ValueReview {
    private final GoEnvironment env;
    private final GoFlags flags;
    private final List<String> warnings;

    ValueReview(GoEnvironment env, GoFlags flags, List<String> warnings) {
        this.env = env;
        this.flags = flags;
        this.warnings = warnings;
    }

    void review() {
        moduleMode();
        goFlags();
        goSumDb();
        goAuth();
        goVcs();
        goToolchain();
        goPath();
    }

    private void add(String name, String rest) {
        warnings.add(name + " (" + env.setting(name).origin() + ") " + rest);
    }

    private void moduleMode() {
        String value = env.get("GO111MODULE");
        switch (value) {
            case "", "on", "auto":
                return;
            case "off":
                add(
                        "GO111MODULE",
                        "is off: the go command then works without modules and refuses to download any. Remove it.");
                return;
            default:
                add(
                        "GO111MODULE",
                        "is \"" + Secrets.maskUrls(value)
                                + "\", which the go command refuses. Remove it, or set it to on.");
        }
    }

    private void goFlags() {
        if (!flags.problem().isEmpty()) {
            add("GOFLAGS", "is refused by the go command: " + flags.problem() + ".");
            return;
        }
        String mode = flags.value("mod").orElse("mod");
        if (!mode.equals("mod") && !mode.equals("readonly") && !mode.equals("vendor")) {
            add("GOFLAGS", "has -mod=" + mode + ", which the go command refuses. Use mod, readonly or vendor.");
        }
        for (String word : flags.words()) {
            String name = word.startsWith("--") ? word.substring(2) : word.substring(1);
            int equals = name.indexOf('=');
            name = equals < 0 ? name : name.substring(0, equals);
            if (name.equals("insecure")) {
                add("GOFLAGS", "has -insecure, which the go command no longer knows. List the hosts in GOINSECURE.");
            } else if (name.startsWith("modcache") && !name.equals("modcacherw")) {
                add("GOFLAGS", "has -" + name + ", which the go command does not know. Did you mean -modcacherw?");
            }
        }
    }

    private void goSumDb() {
        String value = env.get("GOSUMDB");
        if (value.startsWith("https://") || value.startsWith("http://")) {
            add(
                    "GOSUMDB",
                    "begins with a URL. Write the database's name and key first, then its URL; or just "
                            + "sum.golang.org, and the proxy's URL in GOPROXY.");
        }
    }

    private void goAuth() {
        String value = env.get("GOAUTH");
        int start = 0;
        while (start <= value.length()) {
            int end = value.indexOf(';', start);
            end = end < 0 ? value.length() : end;
            String method = value.substring(start, end).strip();
            if (method.startsWith("netrc:") || method.startsWith("netrc ") || method.startsWith("netrc=")) {
                add(
                        "GOAUTH",
                        "names a netrc file, and the go command takes that for a program to run. Set GOAUTH=netrc and "
                                + "name the file in NETRC.");
            } else if (method.equals("git") || method.startsWith("git:") || method.startsWith("git=")) {
                add(
                        "GOAUTH",
                        "has \"git\" without the directory that it needs. Write git, a space, and an absolute path.");
            } else if (method.equals("off") && value.strip().length() > 3) {
                add("GOAUTH", "combines \"off\" with other methods, which the go command refuses.");
            }
            start = end + 1;
        }
    }

    private void goVcs() {
        String problem = VcsRules.problem(env.get("GOVCS"));
        if (!problem.isEmpty()) {
            add("GOVCS", problem);
        }
    }

    private void goToolchain() {
        String value = env.get("GOTOOLCHAIN");
        int plus = value.indexOf('+');
        String name = plus < 0 ? value : value.substring(0, plus);
        String suffix = plus < 0 ? "auto" : value.substring(plus + 1);
        boolean word =
                plus < 0 && (name.isEmpty() || name.equals("auto") || name.equals("path")) || name.equals("local");
        boolean good =
                (word || !GoVersion.ofToolchain(name).isEmpty()) && (suffix.equals("auto") || suffix.equals("path"));
        if (!good) {
            add(
                    "GOTOOLCHAIN",
                    "is \"" + Secrets.maskUrls(value)
                            + "\", which the go command refuses. Write local, auto, path, or a toolchain "
                            + "such as go1.24.0, which +auto or +path may follow.");
        }
    }

    private void goPath() {
        for (String element : env.os().splitList(env.get("GOPATH"))) {
            if (!element.isEmpty() && !env.os().isAbsolute(element)) {
                add(
                        "GOPATH",
                        "has \"" + element
                                + "\", which is not an absolute path; the go command refuses to run. A ~ is not "
                                + "expanded here.");
            }
        }
    }
}
