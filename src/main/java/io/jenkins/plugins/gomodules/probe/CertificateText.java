package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.ServerText;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** What certificates say, for people. Names in them are whatever somebody wrote. */
final class CertificateText {
    private CertificateText() {}

    static List<Fact> facts(CertificateRecorder recorder, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("protocol", recorder.protocol()));
        List<X509Certificate> chain = recorder.chain();
        if (chain.isEmpty()) {
            return facts;
        }
        X509Certificate own = chain.get(0);
        facts.add(new Fact("subject", shortName(own.getSubjectX500Principal())));
        Set<String> issuers = new LinkedHashSet<>();
        chain.forEach(each -> issuers.add(shortName(each.getIssuerX500Principal())));
        facts.add(new Fact("issuer", ServerText.clean(String.join(" ← ", issuers))));
        facts.add(new Fact("expires", expiry(own, now)));
        return facts;
    }

    static long daysLeft(X509Certificate certificate, Instant now) {
        return Duration.between(now, certificate.getNotAfter().toInstant()).toDays();
    }

    private static String expiry(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        String date = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
        long days = daysLeft(certificate, now);
        return end.isBefore(now) ? date + " (expired " + -days + " days ago)" : date + " (" + days + " days left)";
    }

    /** The common name, and the organisation where there is one. */
    static String shortName(X500Principal name) {
        String full = name.getName(X500Principal.RFC1779);
        String common = part(full, "CN");
        String organisation = part(full, "O");
        String shown = common.isEmpty() || common.equals(organisation) || organisation.isEmpty()
                ? common + (common.isEmpty() ? organisation : "")
                : common + ", " + organisation;
        return ServerText.clean(shown.isEmpty() ? full : shown);
    }

    /** RFC 1779 writes {@code CN=name, O="Company, Inc.", C=US}. */
    private static String part(String name, String key) {
        int at = name.startsWith(key + "=") ? 0 : name.indexOf(", " + key + "=") + 2;
        if (at == 1) {
            return "";
        }
        int start = at + key.length() + 1;
        boolean quoted = start < name.length() && name.charAt(start) == '"';
        int from = quoted ? start + 1 : start;
        int end = name.indexOf(quoted ? '"' : ',', from);
        return name.substring(from, end < 0 ? name.length() : end);
    }

    /** Why a certificate is not trusted, in a clause. */
    static String reason(CertificateRecorder recorder, Instant now) {
        CertificateException refusal = recorder.refusal();
        List<X509Certificate> chain = recorder.chain();
        X509Certificate own = chain.get(0);
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "it expired on "
                        + own.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "it is not valid before "
                        + own.getNotBefore().toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                        + ", and here it is " + now.atZone(ZoneOffset.UTC).toLocalDate();
            }
        }
        String said = ServerText.clean(String.valueOf(refusal.getMessage()));
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("unable to find valid certification path")) {
            X509Certificate last = chain.get(chain.size() - 1);
            boolean selfSigned = own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
            return selfSigned
                    ? "it is signed by itself, and this Java does not know it"
                    : "this Java does not know the authority " + shortName(last.getIssuerX500Principal());
        }
        return lower.startsWith("no subject alternative") || lower.startsWith("no name matching")
                ? "it is for another host: " + said
                : said;
    }
}
