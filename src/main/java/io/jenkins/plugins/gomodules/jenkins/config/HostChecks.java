package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a form can say of the list of hosts. */
final class HostChecks {
    private HostChecks() {}

    /** Whether two are for the same URLs: only one of them can have its credential used. */
    static FormValidation alike(List<GoHost> hosts) {
        Set<List<String>> seen = new HashSet<>();
        for (GoHost host : hosts) {
            String name = host.getHost().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()
                    && !seen.add(List.of(name, Util.fixNull(host.getPath()), Util.fixNull(host.getProtocol())))) {
                return FormValidation.error(Messages.HostChecks_alike(name, Util.fixNull(host.getPath())));
            }
        }
        return FormValidation.ok();
    }
}
