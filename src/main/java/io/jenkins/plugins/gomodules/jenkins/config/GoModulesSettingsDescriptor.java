package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The form of the settings. All checks are of syntax alone: they read no files, no configuration, no credentials, and reach
 * nothing, so they need no permission. They are sent by POST where a secret may have been typed: a GET would leave it in the
 * logs of web servers.
 */
public abstract class GoModulesSettingsDescriptor extends Descriptor<GoModulesSettings> {
    /** A day: no prefetch takes longer. */
    private static final int MAX_SECONDS = 86_400;

    GoModulesSettingsDescriptor() {
        super(GoModulesSettings.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.GoModulesSettings_displayName();
    }

    public ListBoxModel doFillHttpProxyItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.GoModulesSettings_httpProxyNotSet(), "");
        items.add(Messages.GoModulesSettings_httpProxyAgent(), GoModulesSettings.HTTP_PROXY_OF_AGENT);
        items.add(Messages.GoModulesSettings_httpProxyJenkins(), GoModulesSettings.HTTP_PROXY_OF_JENKINS);
        items.add(Messages.GoModulesSettings_httpProxyNone(), GoModulesSettings.NO_HTTP_PROXY);
        return items;
    }

    /** The chain as a whole, an entry a line. */
    @POST
    public FormValidation doCheckChain(
            @QueryParameter String preset, @QueryParameter String url, @QueryParameter String next) {
        try {
            return ProxyChecks.chain(FormLines.proxies(preset, url, next));
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** The hosts together, one a line. */
    @POST
    public FormValidation doCheckHostList(
            @QueryParameter String host, @QueryParameter String path, @QueryParameter String protocol) {
        return HostChecks.alike(FormLines.hosts(host, path, protocol));
    }

    @POST
    public FormValidation doCheckGoprivate(@QueryParameter String value) {
        return FormChecks.patterns("GOPRIVATE", value);
    }

    @POST
    public FormValidation doCheckGonoproxy(@QueryParameter String value) {
        return FormChecks.patterns("GONOPROXY", value);
    }

    @POST
    public FormValidation doCheckGonosumdb(@QueryParameter String value) {
        return FormChecks.patterns("GONOSUMDB", value);
    }

    @POST
    public FormValidation doCheckGoinsecure(@QueryParameter String value) {
        return FormChecks.patterns("GOINSECURE", value);
    }

    @POST
    public FormValidation doCheckGosumdb(@QueryParameter String value) {
        FormValidation login = FormChecks.noLogin(value);
        return login.kind == FormValidation.Kind.OK ? FormChecks.checksumDatabase(value) : login;
    }

    @POST
    public FormValidation doCheckGovcs(@QueryParameter String value) {
        return FormChecks.versionControl(value);
    }

    public FormValidation doCheckConnectTimeout(@QueryParameter String value) {
        return FormChecks.number(value, 1, HttpTimeouts.MAX_SECONDS);
    }

    public FormValidation doCheckReadTimeout(@QueryParameter String value) {
        return FormChecks.number(value, 1, HttpTimeouts.MAX_SECONDS);
    }

    public FormValidation doCheckTimeout(@QueryParameter String value) {
        return FormChecks.number(value, 0, MAX_SECONDS);
    }

    public FormValidation doCheckRetries(@QueryParameter String value) {
        return FormChecks.number(value, 0, PrefetchOptions.MAX_RETRIES);
    }

    public FormValidation doCheckParallelism(@QueryParameter String value) {
        return FormChecks.number(value, 0, PrefetchOptions.MAX_PARALLELISM);
    }
}
