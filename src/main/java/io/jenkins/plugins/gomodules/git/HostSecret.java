package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;

/** What opens a host. Neither {@code toString()} nor any exception shows what is in it. */
public sealed interface HostSecret extends Serializable permits Login, SshKey {
    /** What kind of credential it is, as messages name it. */
    String kind();
}
