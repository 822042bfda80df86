package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.goenv.EditDistance;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a form can say of a proxy, and of the chain, from the text alone. */
final class ProxyChecks {
    /** A name as long as this, of which three characters are wrong, is still the same name with another end. */
    private static final int LONG_NAME = 14;

    private ProxyChecks() {}

    /**
     * The URL of one proxy.
     *
     * @param hasLogin whether a credential is chosen for it
     */
    static FormValidation url(String value, boolean hasLogin) {
        String typed = Util.fixNull(value).trim();
        if (typed.isEmpty()) {
            return FormValidation.error(Messages.ProxyChecks_blank());
        }
        if (!TypedLogins.removeFromUrl(typed).equals(typed)) {
            return FormValidation.error(Messages.ProxyChecks_login());
        }
        if (typed.matches(".*[\\s,|].*")) {
            return FormValidation.error(Messages.ProxyChecks_several());
        }
        try {
            ProxyList.Entry entry = ProxyList.parse(typed).entries().get(0);
            if (entry.kind() != ProxyList.Kind.PROXY || entry.isDirectory()) {
                return FormValidation.ok();
            }
            if (hasLogin && !entry.isSecure()) {
                return FormValidation.warning(Messages.ProxyChecks_plainHttp());
            }
        } catch (InvalidProxyListException e) {
            return FormValidation.error(e.getMessage());
        }
        return mirror(typed);
    }

    /** Known mirrors with a wrong path, and hosts that are nearly those of known mirrors. */
    private static FormValidation mirror(String url) {
        ProxyPlace place = ProxyPlace.of(url);
        String host = place.host().toLowerCase(Locale.ROOT);
        for (PublicMirror mirror : PublicMirror.values()) {
            ProxyPlace known = ProxyPlace.of(mirror.url());
            if (host.equals(known.host())) {
                return place.path().equals(known.path())
                        ? FormValidation.ok()
                        : FormValidation.warning(Messages.ProxyChecks_mirrorPath(mirror.url()));
            }
        }
        for (PublicMirror mirror : PublicMirror.values()) {
            String known = ProxyPlace.of(mirror.url()).host();
            int typos = known.length() < LONG_NAME ? 2 : 3;
            if (EditDistance.between(host, known, typos) <= typos) {
                return FormValidation.warning(Messages.ProxyChecks_typo(mirror.url()));
            }
        }
        return FormValidation.ok();
    }

    /** Entries that are never asked, or twice; else the value of GOPROXY that the chain stands for. */
    static FormValidation chain(List<GoProxy> proxies) {
        Set<String> seen = new HashSet<>();
        String end = "";
        for (GoProxy proxy : proxies) {
            String address = proxy.address();
            if (address.isEmpty()) {
                continue;
            }
            if (!end.isEmpty()) {
                return FormValidation.warning(Messages.ProxyChecks_afterEnd(address, end));
            }
            if (!seen.add(address.endsWith("/") ? address.substring(0, address.length() - 1) : address)) {
                return FormValidation.warning(Messages.ProxyChecks_twice(address));
            }
            end = proxy.isEnd() ? address : "";
        }
        String text = ProxyChainText.of(proxies);
        return text.isEmpty() ? FormValidation.ok() : FormValidation.ok("GOPROXY=" + text);
    }
}
