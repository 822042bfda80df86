package io.jenkins.plugins.gomodules.probe;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * Tells whether somebody on the way opens TLS, as corporate proxies do that inspect it.
 *
 * <p>Such a proxy makes a certificate of its own for every host. Two things give it away. Most products put their name into the
 * issuer. And what is issued for a public host by an authority that browsers trust carries timestamps of Certificate
 * Transparency logs (RFC 6962), without which browsers refuse it; what a proxy makes on the spot has none. The second sign
 * counts for hosts that are known to be public alone: a company's own server has a certificate of the company's own
 * authority, and nothing is wrong with that. Whether the certificate is trusted says nothing here: where TLS is inspected,
 * the proxy's authority usually is installed.
 */
final class Interception {
    private static final String TRANSPARENCY_TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";

    /** What stands in the issuer, in lower case, and whose product that is. */
    private static final Map<String, String> PRODUCTS = new LinkedHashMap<>();

    static {
        String[] words = {
            "zscaler", "Zscaler",
            "fortinet", "Fortinet FortiGate",
            "fortigate", "Fortinet FortiGate",
            "palo alto", "Palo Alto Networks",
            "paloalto", "Palo Alto Networks",
            "blue coat", "Broadcom (Blue Coat)",
            "bluecoat", "Broadcom (Blue Coat)",
            "symantec web security", "Broadcom Web Security Service",
            "netskope", "Netskope",
            "goskope", "Netskope",
            "sophos", "Sophos",
            "cisco umbrella", "Cisco Umbrella",
            "opendns", "Cisco Umbrella",
            "cisco secure web", "Cisco Secure Web Appliance",
            "ironport", "Cisco Secure Web Appliance",
            "check point", "Check Point",
            "checkpoint", "Check Point",
            "forcepoint", "Forcepoint",
            "websense", "Forcepoint",
            "skyhigh", "Skyhigh Security",
            "mcafee web gateway", "McAfee Web Gateway",
            "barracuda", "Barracuda",
            "watchguard", "WatchGuard",
            "sonicwall", "SonicWall",
            "cato networks", "Cato Networks",
            "menlo security", "Menlo Security",
            "iboss", "iboss",
            "cloudflare managed", "Cloudflare Gateway",
            "gateway ca - cloudflare", "Cloudflare Gateway",
            "sangfor", "Sangfor",
            "hillstone", "Hillstone Networks",
            "kaspersky", "Kaspersky",
            "eset ssl filter", "ESET",
            "avast web", "Avast",
            "bitdefender", "Bitdefender",
            "squid", "Squid",
            "mitmproxy", "mitmproxy",
            "charles proxy", "Charles",
            "do_not_trust_fiddlerroot", "Fiddler",
            "burp suite", "PortSwigger (Burp Suite)",
            "portswigger", "PortSwigger (Burp Suite)",
        };
        for (int i = 0; i < words.length; i += 2) {
            PRODUCTS.put(words[i], words[i + 1]);
        }
    }

    /** Hosts whose certificates are those of public authorities. */
    private static final Set<String> PUBLIC_HOSTS = Set.of(
            "proxy.golang.org",
            "sum.golang.org",
            "sum.golang.google.cn",
            "storage.googleapis.com",
            "goproxy.cn",
            "goproxy.io",
            "mirrors.aliyun.com",
            "mirrors.cloud.tencent.com",
            "mirrors.tencent.com",
            "go.dev",
            "golang.org",
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "codeberg.org",
            "dev.azure.com",
            "gopkg.in");

    private Interception() {}

    /**
     * Who is suspected, in a sentence without full stop; {@code ""} if nobody is.
     *
     * @param host in lower case
     * @param chain what the server showed, its own certificate first
     */
    static String suspicion(String host, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return "";
        }
        return suspicion(
                host,
                chain.stream().map(X509Certificate::getIssuerX500Principal).toList(),
                chain.get(0).getExtensionValue(TRANSPARENCY_TIMESTAMPS) != null);
    }

    /**
     * The same.
     *
     * @param issuers of each certificate, at least one
     * @param timestamped whether the server's own has timestamps of transparency logs
     */
    static String suspicion(String host, List<X500Principal> issuers, boolean timestamped) {
        boolean known = PUBLIC_HOSTS.contains(host);
        String product = product(issuers);
        String issuer = CertificateText.shortName(issuers.get(0));
        if (!product.isEmpty()) {
            return known
                    ? "TLS to " + host + " is opened on the way by " + product + ": it issued this certificate ("
                            + issuer + ")"
                    : "the certificate was issued by " + product + " (" + issuer + "): unless that is " + host
                            + " itself, it opens TLS on the way";
        }
        if (known && !timestamped) {
            return "TLS to " + host + " is very likely opened on the way: this certificate (issued by " + issuer
                    + ") has no Certificate Transparency timestamps, as those of public authorities do";
        }
        return "";
    }

    private static String product(List<X500Principal> issuers) {
        for (X500Principal each : issuers) {
            String issuer = each.getName().toLowerCase(Locale.ROOT);
            for (Map.Entry<String, String> product : PRODUCTS.entrySet()) {
                if (issuer.contains(product.getKey())) {
                    return product.getValue();
                }
            }
        }
        return "";
    }
}
