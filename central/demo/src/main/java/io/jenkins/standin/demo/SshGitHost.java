package io.jenkins.standin.demo;

import io.jenkins.plugins.gomodules.testing.SshKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.KeySetPublickeyAuthenticator;

/**
 * A Git host that is reached over SSH, on loopback: it lets in who has the deploy key, and does nothing but
 * {@link UploadPack}. It is written in Java, so that the demo needs no SSH server of the machine.
 */
final class SshGitHost implements AutoCloseable {
    private static final String USER = "git";

    private final SshServer server;
    private final KeyPair hostKey;

    /** Listens on a free port, with a host key that is new each time. */
    SshGitHost(Path repositories, SshKeys deployKey) throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            hostKey = generator.generateKeyPair();
            PublicKey known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(deployKey.publicKey())
                    .resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            server.setPublickeyAuthenticator(new KeySetPublickeyAuthenticator("deploy keys", List.of(known)));
        } catch (GeneralSecurityException e) {
            throw new IOException("The demo's SSH server gets no key", e);
        }
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setCommandFactory((channel, command) -> new UploadPack(command, repositories));
        server.start();
    }

    /** What stands before the path of a repository. */
    String url() {
        return "ssh://" + USER + "@127.0.0.1:" + server.getPort() + "/";
    }

    /** The line that its administrator would publish: type and key, without a host's name. */
    String publicKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
