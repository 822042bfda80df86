package com.cloudbees.jenkins.plugins.sshcredentials.impl;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.AbstractDescribableImpl;
import hudson.util.Secret;
import java.io.Serializable;
import java.util.List;

public class BasicSSHUserPrivateKey extends BaseSSHUser implements SSHUserPrivateKey {
    private static final long serialVersionUID = 1L;

    private final Secret passphrase;
    private final PrivateKeySource privateKeySource;

    public BasicSSHUserPrivateKey(
            CredentialsScope scope,
            String id,
            String username,
            PrivateKeySource privateKeySource,
            String passphrase,
            String description) {
        super(scope, id, username, description);
        this.privateKeySource = privateKeySource == null ? new DirectEntryPrivateKeySource("") : privateKeySource;
        Secret secret = passphrase == null ? null : Secret.fromString(passphrase);
        this.passphrase = Secret.toString(secret).isEmpty() ? null : secret;
    }

    @Override
    public List<String> getPrivateKeys() {
        return privateKeySource.getPrivateKeys().stream()
                .map(key -> key.endsWith("\n") ? key : key + "\n")
                .toList();
    }

    public PrivateKeySource getPrivateKeySource() {
        return privateKeySource;
    }

    @Override
    public Secret getPassphrase() {
        return passphrase;
    }

    public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {
        @Override
        public String getDisplayName() {
            return "SSH Username with private key";
        }
    }

    /** Where the keys come from. */
    public abstract static class PrivateKeySource extends AbstractDescribableImpl<PrivateKeySource> {
        public abstract List<String> getPrivateKeys();
    }

    /** Keys in the credentials themselves, form feeds between them. */
    public static class DirectEntryPrivateKeySource extends PrivateKeySource implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Secret privateKey;

        public DirectEntryPrivateKeySource(String privateKey) {
            this(Secret.fromString(privateKey.endsWith("\n") ? privateKey : privateKey + "\n"));
        }

        public DirectEntryPrivateKeySource(Secret privateKey) {
            this.privateKey = privateKey;
        }

        public DirectEntryPrivateKeySource(List<String> privateKeys) {
            this(String.join("\f", privateKeys));
        }

        public Secret getPrivateKey() {
            return privateKey;
        }

        @Override
        public List<String> getPrivateKeys() {
            String keys = Secret.toString(privateKey);
            return keys.isBlank() ? List.of() : List.of(keys.split("\f"));
        }
    }
}
