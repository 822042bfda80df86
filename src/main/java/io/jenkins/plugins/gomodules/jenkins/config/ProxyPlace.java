package io.jenkins.plugins.gomodules.jenkins.config;

import io.jenkins.plugins.gomodules.git.HostProtocol;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;

/**
 * Host and path of a proxy's URL, which is what a login is bound to. No more than cutting: what cannot be a host is said when
 * the login is looked for.
 */
record ProxyPlace(String host, String path) {
    static ProxyPlace of(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        return new ProxyPlace(
                host.isEmpty() ? url : host, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    GoHost host(String credentialsId) {
        GoHost bound = new GoHost(host);
        bound.setPath(path.isEmpty() ? "" : path + "/");
        bound.setProtocol(HostProtocol.HTTPS.id());
        bound.setCredentialsId(credentialsId);
        return bound;
    }
}
