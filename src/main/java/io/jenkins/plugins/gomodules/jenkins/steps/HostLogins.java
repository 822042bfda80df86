package io.jenkins.plugins.gomodules.jenkins.steps;

import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogin;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import java.util.ArrayList;
import java.util.List;

/** What hosts are bound to, for the engine: it asks proxies itself. */
public final class HostLogins {
    private HostLogins() {}

    public static ProxyLogins of(List<BoundHost> hosts) {
        List<ProxyLogin> logins = new ArrayList<>();
        for (BoundHost each : hosts) {
            if (each.secret().orElse(null) instanceof Login login) {
                logins.add(new ProxyLogin(
                        each.binding().host(),
                        each.binding().path(),
                        login.username(),
                        login.password(),
                        login.isToken()));
            }
        }
        return logins.isEmpty() ? ProxyLogins.NONE : ProxyLogins.of(logins);
    }
}
