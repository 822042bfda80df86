package io.jenkins.plugins.gomodules.probe;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps what a server shows in a handshake, then lets the handshake go on or fail as it would without. So a certificate
 * that is not trusted can be looked at, and yet nothing is ever sent to a server that showed one.
 */
final class CertificateRecorder extends X509ExtendedTrustManager {
    /** A server may send as many certificates as it likes. */
    private static final int MAX_CERTIFICATES = 10;

    private final X509ExtendedTrustManager judge;
    private volatile List<X509Certificate> chain = List.of();
    private volatile String protocol = "";
    private volatile CertificateException refusal;

    CertificateRecorder(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    SSLSocketFactory sockets() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {this}, null);
        return context.getSocketFactory();
    }

    /** The server's own first; empty if it came to none. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Such as {@code TLSv1.3}; {@code ""} if it came to none. */
    String protocol() {
        return protocol;
    }

    /** Why the certificate is not trusted; null if it is, or none was seen. */
    CertificateException refusal() {
        return refusal;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        chain = List.of(shown).subList(0, Math.min(shown.length, MAX_CERTIFICATES));
        SSLSession session = socket instanceof SSLSocket secured ? secured.getHandshakeSession() : null;
        protocol = session == null ? "" : session.getProtocol();
        try {
            judge.checkServerTrusted(shown, authType, socket);
        } catch (CertificateException e) {
            refusal = e;
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(shown, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        judge.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(shown, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(shown, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        judge.checkClientTrusted(shown, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
