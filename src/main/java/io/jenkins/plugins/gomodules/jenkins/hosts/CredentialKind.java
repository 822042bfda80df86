package io.jenkins.plugins.gomodules.jenkins.hosts;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.gomodules.git.HostProtocol;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.git.SshKey;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The kinds of credentials that a host may be bound to. */
public enum CredentialKind {
    SSH_KEY(SSHUserPrivateKey.class, HostProtocol.SSH) {
        @Override
        HostSecret read(StandardCredentials credential, GoHost host) {
            SSHUserPrivateKey key = (SSHUserPrivateKey) credential;
            return new SshKey(
                    firstOf(host.getUsername(), key.getUsername()),
                    key.getPrivateKeys(),
                    Util.fixNull(Secret.toString(key.getPassphrase())));
        }
    },
    USERNAME_PASSWORD(StandardUsernamePasswordCredentials.class, HostProtocol.HTTPS) {
        @Override
        HostSecret read(StandardCredentials credential, GoHost host) {
            StandardUsernamePasswordCredentials login = (StandardUsernamePasswordCredentials) credential;
            return new Login(
                    firstOf(host.getUsername(), login.getUsername()),
                    login.getPassword().getPlainText());
        }
    },
    SECRET_TEXT(StringCredentials.class, HostProtocol.HTTPS) {
        @Override
        HostSecret read(StandardCredentials credential, GoHost host) {
            return Login.ofToken(
                    host.getHost(),
                    Util.fixNull(host.getUsername()),
                    ((StringCredentials) credential).getSecret().getPlainText());
        }
    };

    /** Matches the credentials of these kinds. */
    static final CredentialsMatcher MATCHER = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(SSH_KEY.type),
            CredentialsMatchers.instanceOf(USERNAME_PASSWORD.type),
            CredentialsMatchers.instanceOf(SECRET_TEXT.type));

    /** Matches those that a server which speaks HTTP can be given. */
    static final CredentialsMatcher LOGIN_MATCHER = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(USERNAME_PASSWORD.type), CredentialsMatchers.instanceOf(SECRET_TEXT.type));

    private final Class<? extends StandardCredentials> type;
    private final HostProtocol protocol;

    CredentialKind(Class<? extends StandardCredentials> type, HostProtocol protocol) {
        this.type = type;
        this.protocol = protocol;
    }

    /** Which kind a credential is, or empty if none of these. */
    public static Optional<CredentialKind> of(StandardCredentials credential) {
        for (CredentialKind kind : values()) {
            if (kind.type.isInstance(credential)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The protocol that goes with it. */
    public HostProtocol protocol() {
        return protocol;
    }

    /**
     * What is in a credential of this kind.
     *
     * @throws IllegalArgumentException when that cannot be used, without quoting it
     */
    abstract HostSecret read(StandardCredentials credential, GoHost host);

    private static String firstOf(String own, String ofCredential) {
        return own == null ? Util.fixNull(ofCredential) : own;
    }
}
