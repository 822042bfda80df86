package io.jenkins.plugins.gomodules.git;

/**
 * What opens a host. Neither {@code toString()} nor any exception shows what is in it, and it cannot be serialized: what
 * saves a build would save the secret with it.
 */
public sealed interface HostSecret permits Login, SshKey {
    /** What kind of credential it is, as messages name it. */
    String kind();
}
