package io.jenkins.plugins.gomodules.probe;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** TLS that trusts whom a test trusts. */
final class TrustedSockets {
    private TrustedSockets() {}

    static SSLSocketFactory of(TrustSource trust) {
        if (trust == TrustSource.OF_THIS_JAVA) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust.manager()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }
}
