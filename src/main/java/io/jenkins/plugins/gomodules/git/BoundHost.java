package io.jenkins.plugins.gomodules.git;

import java.util.Optional;

/**
 * A binding with the secret that it names.
 *
 * @param binding which URLs
 * @param secret for these URLs and no others; empty if the binding names none: over SSH the host's keys are still
 *     checked, and the keys of the machine's own user are offered as before
 */
public record BoundHost(HostBinding binding, Optional<HostSecret> secret) {

    /** @throws IllegalArgumentException if the secret is not of the kind that the protocol needs */
    public BoundHost {
        boolean ssh = binding.protocol() == HostProtocol.SSH;
        if (secret.isPresent() && secret.get() instanceof SshKey != ssh) {
            throw Fields.wrong(
                    "credentialsId",
                    Fields.quote(binding.credentialsId()) + " is of the kind '"
                            + secret.get().kind() + "', but " + binding.place() + " is reached over "
                            + (ssh ? "SSH" : "HTTPS") + ", which needs the kind "
                            + (ssh ? "'SSH private key'" : "'user name with password' or 'secret text'")
                            + "; bind another credential, or set protocol to '" + (ssh ? "https" : "ssh") + "'");
        }
    }

    public BoundHost(HostBinding binding, HostSecret secret) {
        this(binding, Optional.of(secret));
    }
}
