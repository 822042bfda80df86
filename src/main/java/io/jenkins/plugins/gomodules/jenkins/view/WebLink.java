package io.jenkins.plugins.gomodules.jenkins.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Links that are not ours: of the catalog, of an administrator's own rules. */
final class WebLink {
    private static final int MAX = 2_000;

    private WebLink() {}

    /** The link, or null if it is none that a page should offer: no http or https, no host, a login in it, too long. */
    static String orNull(String link) {
        if (link == null || link.isBlank() || link.length() > MAX) {
            return null;
        }
        try {
            URI uri = new URI(link.trim());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
