package io.jenkins.plugins.gomodules.jenkins.config;

import java.util.List;

/** The proxy chain as the value of GOPROXY. */
final class ProxyChainText {
    private ProxyChainText() {}

    /** Entries with a comma or a bar behind each but the last; {@code ""} if there is none. Blank ones are left out. */
    static String of(List<GoProxy> proxies) {
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (GoProxy proxy : proxies) {
            if (!proxy.address().isEmpty()) {
                text.append(separator).append(proxy.address());
                separator = proxy.getNext().equals(GoProxy.ANY_ERROR) ? "|" : ",";
            }
        }
        return text.toString();
    }
}
