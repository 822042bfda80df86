package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate for 127.0.0.1, .2, .3, .4 and localhost, made by the running JDK's keytool.
 *
 * @param keyStore PKCS#12 with key and certificate; serves as a trust store as well
 * @param pem the certificate for SSL_CERT_FILE
 */
public record TestCertificate(Path keyStore, Path pem) {

    /** Of {@link #keyStore}. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "test";

    /**
     * Makes one with its files in the directory; takes about a second.
     *
     * @param names host names that it is for as well, such as git.corp.example
     */
    public static TestCertificate create(Path dir, String... names) throws IOException, InterruptedException {
        Path store = dir.resolve("test.p12");
        Path pem = dir.resolve("test.pem");
        StringBuilder subjects = new StringBuilder("san=dns:localhost");
        for (int last = 1; last <= 4; last++) {
            subjects.append(",ip:127.0.0.").append(last);
        }
        for (String name : names) {
            subjects.append(",dns:").append(name);
        }
        keytool(
                store,
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-validity",
                        "3650",
                        "-ext",
                        subjects.toString()));
        keytool(store, List.of("-exportcert", "-rfc", "-file", pem.toString()));
        return new TestCertificate(store, pem);
    }

    private static void keytool(Path store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-alias", ALIAS, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    /** Makes the go command and Git trust it, and nothing else. */
    public Map<String, String> environment() {
        return Map.of("SSL_CERT_FILE", pem.toString(), "GIT_SSL_CAINFO", pem.toString());
    }

    /** For a server that shows this certificate. */
    public SSLContext serverContext() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext clientContext() throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
