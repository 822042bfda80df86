package io.jenkins.plugins.gomodules.probe;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which authorities' certificates are trusted. */
@FunctionalInterface
public interface TrustSource {
    /** Those that this Java trusts: its cacerts file, or {@code javax.net.ssl.trustStore}. */
    TrustSource OF_THIS_JAVA = () -> null;

    /** The certificates, or null for those of this Java. */
    KeyStore store() throws GeneralSecurityException;

    /** Who decides. */
    default X509ExtendedTrustManager manager() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store());
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager manager) {
                return manager;
            }
        }
        throw new GeneralSecurityException("this Java has nothing that checks certificates");
    }
}
