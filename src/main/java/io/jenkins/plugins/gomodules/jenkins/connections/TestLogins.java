package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.jenkins.hosts.SystemCredentials;
import io.jenkins.plugins.gomodules.jenkins.steps.HostLogins;
import java.util.ArrayList;
import java.util.List;

/** The logins of a test, each for its own host, and those that cannot be had. */
final class TestLogins {
    private final List<BoundHost> bound = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** @param hosts for each host and path the first counts */
    TestLogins(List<GoHost> hosts) {
        for (GoHost host : hosts) {
            try {
                bound.add(SystemCredentials.bind(host));
            } catch (IllegalArgumentException e) {
                // The rest of the test is worth making all the same.
                problems.add(e.getMessage());
            }
        }
    }

    ProxyLogins logins() {
        return HostLogins.of(bound.stream()
                .filter(each -> each.secret().orElse(null) instanceof Login)
                .toList());
    }

    /** Sentences. */
    List<String> problems() {
        return problems;
    }
}
