package io.jenkins.plugins.gomodules.jenkins.hosts;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.AbortException;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.HostBinding;
import io.jenkins.plugins.gomodules.git.HostSecret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the credentials that hosts are bound to, as a build may use them, and says why one cannot be had. */
public final class HostCredentials {
    private final Run<?, ?> run;

    public HostCredentials(Run<?, ?> run) {
        this.run = run;
    }

    /**
     * Makes sure that each of the credentials that a step names is bound to a host.
     *
     * @throws AbortException with a sentence for the build's log if one is not
     */
    public static void requireHosts(List<GoHost> hosts, List<String> ids) throws AbortException {
        for (String id : ids) {
            if (hosts.stream().noneMatch(host -> id.equals(host.getCredentialsId()))) {
                throw new AbortException(Messages.HostCredentials_noHost(id));
            }
        }
    }

    /**
     * The hosts with what is in their credentials; that a build has used them is recorded with the credentials.
     *
     * @throws AbortException with a sentence for the build's log: no credential with that id, one that the build may not
     *     use, one of the wrong kind, a host that cannot be, or one that is there twice
     */
    public List<BoundHost> bind(List<GoHost> hosts) throws AbortException {
        List<BoundHost> bound = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (GoHost host : hosts) {
            BoundHost each = bind(host);
            if (!seen.add(List.of(
                    each.binding().host(), each.binding().path(), each.binding().protocol()))) {
                throw new AbortException(Messages.HostCredentials_twice(
                        each.binding().host(),
                        each.binding().path(),
                        each.binding().protocol().id()));
            }
            bound.add(each);
        }
        return bound;
    }

    /**
     * One host with what is in its credential; that the build has used it is recorded with the credential.
     *
     * @throws AbortException with a sentence for the build's log
     */
    public BoundHost bind(GoHost host) throws AbortException {
        try {
            // A host that cannot be is said before a credential is looked for with it.
            HostBinding likely = host.binding(host.likelyProtocol());
            if (host.getCredentialsId() == null) {
                return new BoundHost(likely, Optional.empty());
            }
            StandardCredentials credential = find(host);
            CredentialKind kind = CredentialKind.of(credential)
                    .orElseThrow(() -> new AbortException(Messages.HostCredentials_wrongKind(
                            host.getCredentialsId(), credential.getDescriptor().getDisplayName(), host.getHost())));
            HostSecret secret = kind.read(credential, host);
            CredentialsProvider.track(run, credential);
            return new BoundHost(host.binding(kind.protocol()), Optional.of(secret));
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.HostCredentials_badHost(host.getHost(), e.getMessage()));
        }
    }

    private StandardCredentials find(GoHost host) throws AbortException {
        String id = host.getCredentialsId();
        List<DomainRequirement> requirements = requirements(host);
        StandardCredentials found =
                CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, requirements);
        if (found != null) {
            return found;
        }
        if (CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, List.of()) != null) {
            throw new AbortException(Messages.HostCredentials_otherDomain(id, host.getHost()));
        }
        boolean there =
                CredentialsProvider.lookupCredentialsInItem(
                                StandardCredentials.class, run.getParent(), ACL.SYSTEM2, List.of())
                        .stream()
                        .anyMatch(credential -> credential.getId().equals(id));
        throw new AbortException(
                there
                        ? Messages.HostCredentials_notAllowed(id, host.getHost())
                        : Messages.HostCredentials_notFound(id, host.getHost()));
    }

    private static List<DomainRequirement> requirements(GoHost host) {
        String scheme = host.getProtocol() == null ? host.likelyProtocol().id() : host.getProtocol();
        return URIRequirementBuilder.fromUri(scheme + "://" + host.getHost() + "/")
                .build();
    }
}
