package io.jenkins.plugins.gomodules.goenv;

import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks for settings that do not do what whoever set them expects. */
final class EnvironmentReview {
    private static final List<String> PATTERN_LISTS = List.of("GOPRIVATE", "GONOPROXY", "GONOSUMDB", "GOINSECURE");

    private final GoEnvironment env;
    private final SettingLayers layers;
    private final GoFlags flags;
    private final List<String> warnings = new ArrayList<>();

    EnvironmentReview(GoEnvironment env, SettingLayers layers, GoFlags flags) {
        this.env = env;
        this.layers = layers;
        this.flags = flags;
    }

    List<String> warnings() {
        names();
        for (String name : PATTERN_LISTS) {
            if (!layers.find(name).origin().startsWith("GOPRIVATE")) {
                warnings.addAll(PatternReview.review(name, env.get(name)));
            }
        }
        replacedPrivatePatterns("GONOPROXY", "are asked of proxies");
        replacedPrivatePatterns("GONOSUMDB", "are looked up, by name, in the public checksum database");
        ValueReview values = new ValueReview(env, flags, warnings);
        values.review();
        proxyList();
        httpProxies();
        String netrc = NetrcFile.read(layers).problem();
        if (!netrc.isEmpty()) {
            warnings.add(netrc);
        }
        return List.copyOf(warnings);
    }

    private void names() {
        Map<String, String> candidates = new TreeMap<>();
        collect(candidates, layers.user().keySet(), layers.userOrigin());
        for (String name : layers.process().asMap().keySet()) {
            collect(candidates, Set.of(name), layers.processOrigin(name));
        }
        for (Map.Entry<String, String> candidate : candidates.entrySet()) {
            String name = candidate.getKey();
            String advice = VariableNames.advice(name, layers.os());
            if (!advice.isEmpty()) {
                warnings.add(name + " (" + candidate.getValue()
                        + ") is not a variable of the go command and has no effect. " + advice);
            }
        }
    }

    private void collect(Map<String, String> candidates, Set<String> names, String origin) {
        for (String name : names) {
            if (name.regionMatches(true, 0, "GO", 0, 2)) {
                String known = layers.os().ignoresCaseOfNames() ? name.toUpperCase(Locale.ROOT) : name;
                if (!VariableNames.isKnown(known)) {
                    candidates.put(name, origin);
                }
            }
        }
    }

    /** GONOPROXY and GONOSUMDB replace GOPRIVATE, they do not add to it; "none" is the usual way to say so on purpose. */
    private void replacedPrivatePatterns(String name, String consequence) {
        String value = env.get(name);
        if (value.isEmpty()
                || value.equals("none")
                || value.equals("off")
                || layers.find(name).origin().startsWith("GOPRIVATE")) {
            return;
        }
        List<String> listed = ModulePatterns.parse(value).globs();
        List<String> missing = new ArrayList<>(env.goPrivate().globs());
        missing.removeAll(listed);
        if (!missing.isEmpty() && !listed.contains("*")) {
            warnings.add(name + " (" + env.setting(name).origin() + ") replaces GOPRIVATE, so modules that match "
                    + Secrets.maskUrls(String.join(",", missing)) + " " + consequence + ". List these patterns in "
                    + name
                    + " too, or do not set it.");
        }
    }

    private void proxyList() {
        String value = env.get("GOPROXY");
        ProxyList list;
        try {
            list = ProxyList.parse(value);
        } catch (InvalidProxyListException e) {
            warnings.add(e.getMessage());
            return;
        }
        ProxyList.Entry last = list.entries().get(list.entries().size() - 1);
        if (last.kind() != ProxyList.Kind.PROXY
                && entriesIn(value) > list.entries().size()) {
            warnings.add(
                    "GOPROXY: what follows \"" + last.display() + "\" is never used. Put it at the end of the list.");
        }
        for (ProxyList.Entry entry : list.entries()) {
            if (!entry.userInfo().isEmpty()) {
                warnings.add("GOPROXY: the URL " + entry.display()
                        + " holds a login, which shows up wherever the variable is "
                        + "printed. Keep it in a netrc file or in credentials.");
            }
            if (entry.url().indexOf(' ') >= 0 || entry.url().indexOf(';') >= 0) {
                warnings.add("GOPROXY: the URL " + entry.display()
                        + " holds a space or a semicolon. Separate entries by " + "commas or bars.");
            }
        }
    }

    private static int entriesIn(String value) {
        int entries = 0;
        boolean inside = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean part = c != ',' && c != '|' && c > ' ';
            entries += part && !inside ? 1 : 0;
            inside = c != ',' && c != '|' && (inside || part);
        }
        return entries;
    }

    private void httpProxies() {
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
            String value = env.get(name);
            if (!value.isEmpty() && !HttpProxySettings.isUsable(value)) {
                warnings.add(
                        name + " (" + env.setting(name).origin() + ") is not the URL of an HTTP proxy: it is not used "
                                + "here, and the go command fails with it. Write http://host:port.");
            }
        }
        boolean none = env.get("HTTP_PROXY").isEmpty() && env.get("HTTPS_PROXY").isEmpty();
        if (none && !layers.process().first("ALL_PROXY", "all_proxy").isEmpty()) {
            warnings.add("ALL_PROXY has no effect: the go command reads HTTP_PROXY and HTTPS_PROXY only. Set those.");
        } else if (!none
                && env.get("HTTPS_PROXY").isEmpty()
                && env.get("GOPROXY").contains("https://")) {
            warnings.add(
                    "HTTP_PROXY is used for plain http URLs only, and GOPROXY has https URLs. Set HTTPS_PROXY too.");
        }
    }
}
