package io.jenkins.plugins.gomodules.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is suspected of opening TLS, and how surely. */
class InterceptionTest {
    private static final String PUBLIC = "proxy.golang.org";

    private static String suspicion(String host, String issuer, boolean timestamped) {
        return Interception.suspicion(host, List.of(new X500Principal(issuer)), timestamped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CN=Zscaler Intermediate Root CA (zscaler.net), O=Zscaler Inc.; Zscaler",
                "CN=FGT60F, O=Fortinet, OU=Certificate Authority; Fortinet FortiGate",
                "CN=decrypt, O=Palo Alto Networks; Palo Alto Networks",
                "CN=ca.acme.goskope.com, O=Acme; Netskope",
                "CN=Sophos SSL CA_C1, O=Sophos; Sophos",
                "CN=Cisco Umbrella Secondary SubCA, O=Cisco; Cisco Umbrella",
                "CN=Blue Coat SG; Broadcom (Blue Coat)",
                "CN=mitmproxy; mitmproxy"
            })
    void productsAreNamed(String issuer, String product) {
        String known = suspicion(PUBLIC, issuer, false);
        assertTrue(known.startsWith("TLS to " + PUBLIC + " is opened on the way by " + product), known);
        String own = suspicion("git.corp.example", issuer, false);
        assertTrue(own.contains("unless that is git.corp.example itself"), own);
    }

    @Test
    void anUnknownAuthorityIsOddForAPublicHostOnly() {
        String authority = "CN=Acme Proxy CA, O=\"Acme, Inc.\"";
        String told = suspicion(PUBLIC, authority, false);
        assertTrue(told.contains("very likely") && told.contains("Acme Proxy CA, Acme, Inc."), told);
        assertEquals("", suspicion("git.corp.example", authority, false));
        assertEquals("", suspicion(PUBLIC, "CN=WE2, O=Google Trust Services", true));
        assertEquals("", Interception.suspicion(PUBLIC, List.of()));
    }
}
