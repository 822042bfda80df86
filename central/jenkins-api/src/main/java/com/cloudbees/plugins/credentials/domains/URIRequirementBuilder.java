package com.cloudbees.plugins.credentials.domains;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Requirements from the parts of a URI. */
public class URIRequirementBuilder {
    private final List<DomainRequirement> requirements = new ArrayList<>();

    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        return new URIRequirementBuilder();
    }

    public static URIRequirementBuilder fromUri(String uri) {
        return create().withUri(uri);
    }

    public URIRequirementBuilder withUri(String uri) {
        try {
            URI parsed = new URI(uri == null ? "" : uri);
            withScheme(parsed.getScheme());
            withHostnamePort(parsed.getHost(), parsed.getPort());
            withPath(parsed.getRawPath());
        } catch (URISyntaxException x) {
            requirements.removeIf(r -> r instanceof SchemeRequirement || r instanceof HostnameRequirement);
        }
        return this;
    }

    public URIRequirementBuilder withScheme(String scheme) {
        requirements.removeIf(SchemeRequirement.class::isInstance);
        if (scheme != null) {
            requirements.add(new SchemeRequirement(scheme));
        }
        return this;
    }

    public URIRequirementBuilder withPath(String path) {
        requirements.removeIf(PathRequirement.class::isInstance);
        if (path != null) {
            requirements.add(new PathRequirement(path));
        }
        return this;
    }

    public URIRequirementBuilder withHostname(String hostname) {
        return withHostnamePort(hostname, -1);
    }

    public URIRequirementBuilder withHostnamePort(String hostname, int port) {
        requirements.removeIf(HostnameRequirement.class::isInstance);
        if (hostname != null) {
            requirements.add(new HostnameRequirement(hostname));
            if (port != -1) {
                requirements.add(new HostnamePortRequirement(hostname, port));
            }
        }
        return this;
    }

    public List<DomainRequirement> build() {
        return new ArrayList<>(requirements);
    }
}
