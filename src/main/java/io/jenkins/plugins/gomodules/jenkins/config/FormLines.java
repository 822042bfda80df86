package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.ArrayList;
import java.util.List;

/** Lists as a page sends them to be checked before they are saved: for each field one text, with an entry in each line. */
final class FormLines {
    /** More entries than anybody has. */
    private static final int MAX_LINES = 200;

    private FormLines() {}

    static List<GoProxy> proxies(String presets, String urls, String nexts) {
        List<GoProxy> proxies = new ArrayList<>();
        for (int i = 0; i < count(presets, urls, nexts); i++) {
            GoProxy proxy = new GoProxy(line(urls, i));
            proxy.setPreset(line(presets, i));
            proxy.setNext(line(nexts, i));
            proxies.add(proxy);
        }
        return proxies;
    }

    static List<GoHost> hosts(String hosts, String paths, String protocols) {
        List<GoHost> all = new ArrayList<>();
        for (int i = 0; i < count(hosts, paths, protocols); i++) {
            GoHost host = new GoHost(line(hosts, i));
            host.setPath(line(paths, i));
            host.setProtocol(line(protocols, i));
            all.add(host);
        }
        return all;
    }

    private static int count(String... texts) {
        int count = 0;
        for (String text : texts) {
            count = Math.max(count, lines(text).length);
        }
        return Math.min(count, MAX_LINES);
    }

    private static String line(String text, int index) {
        String[] lines = lines(text);
        return index < lines.length ? lines[index] : "";
    }

    private static String[] lines(String text) {
        return Util.fixNull(text).split("\\r?\\n", MAX_LINES + 1);
    }
}
