package io.jenkins.plugins.gomodules.jenkins.hosts;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.git.HostBinding;
import io.jenkins.plugins.gomodules.git.HostProtocol;
import java.io.Serializable;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A host that has private modules, or is a proxy with a login, and how to get in. Immutable once it is bound; holds the id
 * of a credential, never what is in it.
 */
public final class GoHost implements Describable<GoHost>, Serializable {
    private static final long serialVersionUID = 1L;

    private final String host;
    private String path;
    private String protocol;
    private String credentialsId;
    private String username;
    private String sshUrl;
    private String knownHosts;

    /** @param host name or address, with its port if that is not the usual one */
    @DataBoundConstructor
    public GoHost(String host) {
        this.host = Util.fixNull(host).trim();
    }

    public String getHost() {
        return Util.fixNull(host);
    }

    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String value) {
        path = Util.fixEmptyAndTrim(value);
    }

    public String getProtocol() {
        return protocol;
    }

    @DataBoundSetter
    public void setProtocol(String value) {
        protocol = Util.fixEmptyAndTrim(value);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getUsername() {
        return username;
    }

    @DataBoundSetter
    public void setUsername(String value) {
        username = Util.fixEmptyAndTrim(value);
    }

    public String getSshUrl() {
        return sshUrl;
    }

    @DataBoundSetter
    public void setSshUrl(String value) {
        sshUrl = Util.fixEmptyAndTrim(value);
    }

    public String getKnownHosts() {
        return knownHosts;
    }

    @DataBoundSetter
    public void setKnownHosts(String value) {
        knownHosts = Util.fixEmptyAndTrim(value);
    }

    /** The protocol that the fields speak of, for when there is no credential to say it. */
    HostProtocol likelyProtocol() {
        return sshUrl == null && knownHosts == null ? HostProtocol.HTTPS : HostProtocol.SSH;
    }

    /**
     * The same as the engine takes it.
     *
     * @param usual the protocol that goes with the credential, for when none is named
     * @throws IllegalArgumentException when a field has no meaning, naming it
     */
    public HostBinding binding(HostProtocol usual) {
        return new HostBinding(
                getHost(),
                Util.fixNull(path),
                protocol == null ? usual : HostProtocol.parse(protocol),
                Util.fixNull(sshUrl),
                Util.fixNull(knownHosts),
                Util.fixNull(credentialsId));
    }

    /** {@code goHost} in Pipeline and in configuration as code. */
    @Extension
    @Symbol("goHost")
    public static final class DescriptorImpl extends Descriptor<GoHost> {
        @Override
        public String getDisplayName() {
            return Messages.GoHost_displayName();
        }

        public ListBoxModel doFillProtocolItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoHost_protocolOfCredential(), "");
            items.add(Messages.GoHost_protocolHttps(), HostProtocol.HTTPS.id());
            items.add(Messages.GoHost_protocolSsh(), HostProtocol.SSH.id());
            return items;
        }

        /** Lists credentials to those alone who may choose one here; to others, what is chosen already. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialItems.forHosts(item, credentialsId);
        }

        // Checks of syntax alone: they read no configuration and no credentials, and reach nothing.

        public FormValidation doCheckHost(@QueryParameter String value) {
            return check(new GoHost(value), value);
        }

        public FormValidation doCheckPath(@QueryParameter String value) {
            GoHost example = example();
            example.setPath(value);
            return check(example, value);
        }

        public FormValidation doCheckSshUrl(@QueryParameter String value) {
            GoHost example = example();
            example.setSshUrl(value);
            return check(example, value);
        }

        public FormValidation doCheckKnownHosts(@QueryParameter String value) {
            GoHost example = example();
            example.setKnownHosts(value);
            return check(example, value);
        }

        private static GoHost example() {
            return new GoHost("git.example.com");
        }

        private static FormValidation check(GoHost filled, String value) {
            if (Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            try {
                filled.binding(HostProtocol.SSH);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
