package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.Util;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoProxy;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.probe.GitHost;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Which bindings of credentials to hosts a test needs: those of the hosts that it asks, and no other credential is read. */
final class TestHosts {
    private TestHosts() {}

    /**
     * Those of proxies.
     *
     * @param credentialsId one that is not saved yet, for the only proxy of the list; may be null or blank
     * @throws IllegalArgumentException when there is a credential, and several proxies it may be for
     */
    static List<GoHost> of(ProxyList list, String credentialsId, GoModulesSettings settings) {
        List<GoHost> hosts = new ArrayList<>();
        String id = Util.fixEmptyAndTrim(credentialsId);
        if (id != null) {
            List<ProxyList.Entry> proxies = list.entries().stream()
                    .filter(each -> each.kind() == ProxyList.Kind.PROXY && !each.isDirectory())
                    .toList();
            if (proxies.size() != 1) {
                throw new IllegalArgumentException(Messages.TestHosts_several());
            }
            GoProxy typed = new GoProxy(proxies.get(0).display());
            typed.setCredentialsId(id);
            typed.host().ifPresent(hosts::add);
        }
        for (GoHost host : settings.allHosts()) {
            boolean asked = list.entries().stream()
                    .filter(each -> each.kind() == ProxyList.Kind.PROXY && !each.isDirectory())
                    .anyMatch(each -> isAt(each.resolve(""), host));
            if (asked && host.getCredentialsId() != null) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    /** That of a Git host. */
    static List<GoHost> of(GitHost git, GoModulesSettings settings) {
        return git.ssh()
                ? List.of()
                : settings.allHosts().stream()
                        .filter(host ->
                                host.getCredentialsId() != null && isAt(URI.create("https://" + name(git)), host))
                        .toList();
    }

    private static String name(GitHost git) {
        String host = git.host().indexOf(':') >= 0 ? "[" + git.host() + "]" : git.host();
        return host + ":" + git.port();
    }

    private static boolean isAt(URI uri, GoHost host) {
        String authority = uri.getRawAuthority();
        String name = authority.replaceFirst(":(80|443)$", "");
        return name.equalsIgnoreCase(host.getHost().replaceFirst(":(80|443)$", ""));
    }
}
