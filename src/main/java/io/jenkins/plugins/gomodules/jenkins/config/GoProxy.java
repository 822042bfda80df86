package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.jenkins.hosts.CredentialItems;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * One entry of the proxy chain: a proxy, {@code direct} or {@code off}, and when to go on to the next one. Holds the id of a
 * credential, never what is in it.
 */
public final class GoProxy implements Describable<GoProxy>, Serializable {
    private static final long serialVersionUID = 1L;

    /** Version control: as an address, the end of the chain. */
    public static final String DIRECT = "direct";

    /** Nobody is asked: as an address, the end of the chain. */
    public static final String OFF = "off";

    /** When to go on: after 404 and 410 alone, as behind a comma in GOPROXY. */
    public static final String NOT_FOUND = "notFound";

    /** When to go on: after whatever goes wrong, as behind a bar in GOPROXY. */
    public static final String ANY_ERROR = "anyError";

    private String url;
    private boolean loginRemoved;
    private String credentialsId;
    private String next;

    /** @param url a URL, the id of a {@link PublicMirror}, {@code direct} or {@code off}; a login in it is not kept */
    @DataBoundConstructor
    public GoProxy(String url) {
        String typed = Util.fixNull(url).trim();
        this.url = TypedLogins.removeFromUrl(typed);
        loginRemoved = !this.url.equals(typed);
    }

    public String getUrl() {
        return url;
    }

    /** What the form's drop-down shows: a public mirror, {@code direct}, {@code off}, or {@code ""} for a URL of one's own. */
    public String getPreset() {
        return isEnd() ? url : PublicMirror.find(url).map(PublicMirror::id).orElse("");
    }

    /**
     * @param value as {@link #getPreset} has it; {@code ""} leaves the URL as it is
     * @throws IllegalArgumentException when there is no such preset
     */
    @DataBoundSetter
    public void setPreset(String value) {
        String preset = Util.fixNull(value).trim();
        if (!preset.isEmpty()) {
            boolean end = preset.equals(DIRECT) || preset.equals(OFF);
            url = end
                    ? preset
                    : PublicMirror.find(preset)
                            .map(PublicMirror::url)
                            .orElseThrow(() -> KnownValues.unknown("preset", preset, presets()));
            loginRemoved = false;
        }
    }

    /** The URL if it is none of the presets: what the form's text field shows. */
    public String getOwnUrl() {
        return getPreset().isEmpty() ? url : "";
    }

    /** Whether the URL was typed with a login in it, which is gone now; to be said beside the field. */
    public boolean isLoginRemoved() {
        return loginRemoved;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    /** When the next one is asked: {@link #NOT_FOUND} or {@link #ANY_ERROR}. */
    public String getNext() {
        return ANY_ERROR.equals(next) ? ANY_ERROR : NOT_FOUND;
    }

    /** @throws IllegalArgumentException when it is neither of the two, nor blank */
    @DataBoundSetter
    public void setNext(String value) {
        String known = KnownValues.orNull("next", value, List.of(NOT_FOUND, ANY_ERROR));
        next = known == null ? NOT_FOUND : known;
    }

    /** As it stands in GOPROXY, without what separates it from the next one; {@code ""} if it is blank. */
    public String address() {
        return PublicMirror.find(url).map(PublicMirror::url).orElse(url);
    }

    /** Whether nothing is asked after it: {@code direct} or {@code off}. */
    public boolean isEnd() {
        return url.equals(DIRECT) || url.equals(OFF);
    }

    /** The host and path that the credential is for, and nothing else; empty if there is no credential. */
    public Optional<GoHost> host() {
        if (credentialsId == null || isEnd() || url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ProxyPlace.of(address()).host(credentialsId));
    }

    /** What is read from a file was perhaps written by hand. */
    private Object readResolve() {
        String typed = Util.fixNull(url).trim();
        url = TypedLogins.removeFromUrl(typed);
        loginRemoved |= !url.equals(typed);
        return this;
    }

    private static List<String> presets() {
        return Stream.concat(Arrays.stream(PublicMirror.values()).map(PublicMirror::id), Stream.of(DIRECT, OFF))
                .toList();
    }

    /** {@code goProxy} in Pipeline and in configuration as code. */
    @Extension
    @Symbol("goProxy")
    public static final class DescriptorImpl extends Descriptor<GoProxy> {
        @Override
        public String getDisplayName() {
            return Messages.GoProxy_displayName();
        }

        public ListBoxModel doFillPresetItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoProxy_ownUrl(), "");
            for (PublicMirror mirror : PublicMirror.values()) {
                items.add(mirror.title(), mirror.id());
            }
            items.add(Messages.GoProxy_direct(), DIRECT);
            items.add(Messages.GoProxy_off(), OFF);
            return items;
        }

        public ListBoxModel doFillNextItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoProxy_nextNotFound(), NOT_FOUND);
            items.add(Messages.GoProxy_nextAnyError(), ANY_ERROR);
            return items;
        }

        /** Lists credentials to those alone who may choose one here; to others, what is chosen already. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialItems.forProxies(item, credentialsId);
        }

        /** A check of syntax alone. POST, so that what is typed does not get into the logs of web servers. */
        @POST
        public FormValidation doCheckUrl(
                @QueryParameter String value, @QueryParameter String preset, @QueryParameter String credentialsId) {
            return Util.fixEmptyAndTrim(preset) == null
                    ? ProxyChecks.url(value, Util.fixEmptyAndTrim(credentialsId) != null)
                    : FormValidation.ok();
        }
    }
}
