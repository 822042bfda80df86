package io.jenkins.plugins.gomodules.jenkins.hosts;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.security.ACL;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.HostProtocol;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Finds what is in the credentials of hosts without a build: for administrators, who may use all of Jenkins' own. */
public final class SystemCredentials {
    private SystemCredentials() {}

    /**
     * The host with what is in its credential.
     *
     * @throws IllegalArgumentException with a sentence, when the host cannot be, or its credential is not there for builds
     */
    public static BoundHost bind(GoHost host) {
        if (host.getCredentialsId() == null) {
            return new BoundHost(host.binding(host.likelyProtocol()), Optional.empty());
        }
        StandardCredentials credential = find(host);
        CredentialKind kind = CredentialKind.of(credential)
                .orElseThrow(() -> new IllegalArgumentException(Messages.HostCredentials_wrongKind(
                        host.getCredentialsId(), credential.getDescriptor().getDisplayName(), host.getHost())));
        return new BoundHost(host.binding(kind.protocol()), Optional.of(kind.read(credential, host)));
    }

    /** What only Jenkins itself may use would not be found by a build either. */
    private static StandardCredentials find(GoHost host) {
        String scheme = host.getProtocol() == null ? HostProtocol.HTTPS.id() : host.getProtocol();
        List<StandardCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(scheme + "://" + host.getHost() + "/")
                        .build());
        return all.stream()
                .filter(each -> each.getId().equals(host.getCredentialsId()))
                .filter(each -> each.getScope() != CredentialsScope.SYSTEM)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Messages.HostCredentials_notFound(host.getCredentialsId(), host.getHost())));
    }
}
