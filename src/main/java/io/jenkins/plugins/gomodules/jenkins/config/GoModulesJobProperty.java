package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Job;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.List;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The settings of one job: {@code options { goModules(goprivate: '…') }} in Declarative Pipeline. The parameters are the fields
 * of {@link GoModulesSettings}, which Pipeline would otherwise want in brackets of their own.
 */
public final class GoModulesJobProperty extends OptionalJobProperty<Job<?, ?>> {
    private GoModulesSettings settings = new GoModulesSettings();

    @DataBoundConstructor
    public GoModulesJobProperty() {}

    public GoModulesSettings getSettings() {
        return settings;
    }

    public List<GoProxy> getProxies() {
        return settings.getProxies();
    }

    @DataBoundSetter
    public void setProxies(List<GoProxy> value) {
        settings.setProxies(value);
    }

    public String getGoprivate() {
        return settings.getGoprivate();
    }

    @DataBoundSetter
    public void setGoprivate(String value) {
        settings.setGoprivate(value);
    }

    public String getGonoproxy() {
        return settings.getGonoproxy();
    }

    @DataBoundSetter
    public void setGonoproxy(String value) {
        settings.setGonoproxy(value);
    }

    public String getGonosumdb() {
        return settings.getGonosumdb();
    }

    @DataBoundSetter
    public void setGonosumdb(String value) {
        settings.setGonosumdb(value);
    }

    public String getGosumdb() {
        return settings.getGosumdb();
    }

    @DataBoundSetter
    public void setGosumdb(String value) {
        settings.setGosumdb(value);
    }

    public String getGoinsecure() {
        return settings.getGoinsecure();
    }

    @DataBoundSetter
    public void setGoinsecure(String value) {
        settings.setGoinsecure(value);
    }

    public String getGovcs() {
        return settings.getGovcs();
    }

    @DataBoundSetter
    public void setGovcs(String value) {
        settings.setGovcs(value);
    }

    public String getHttpProxy() {
        return settings.getHttpProxy();
    }

    @DataBoundSetter
    public void setHttpProxy(String value) {
        settings.setHttpProxy(value);
    }

    public List<GoHost> getHosts() {
        return settings.getHosts();
    }

    @DataBoundSetter
    public void setHosts(List<GoHost> value) {
        settings.setHosts(value);
    }

    public Integer getConnectTimeout() {
        return settings.getConnectTimeout();
    }

    @DataBoundSetter
    public void setConnectTimeout(Integer value) {
        settings.setConnectTimeout(value);
    }

    public Integer getReadTimeout() {
        return settings.getReadTimeout();
    }

    @DataBoundSetter
    public void setReadTimeout(Integer value) {
        settings.setReadTimeout(value);
    }

    public Integer getTimeout() {
        return settings.getTimeout();
    }

    @DataBoundSetter
    public void setTimeout(Integer value) {
        settings.setTimeout(value);
    }

    public Integer getRetries() {
        return settings.getRetries();
    }

    @DataBoundSetter
    public void setRetries(Integer value) {
        settings.setRetries(value);
    }

    public Integer getParallelism() {
        return settings.getParallelism();
    }

    @DataBoundSetter
    public void setParallelism(Integer value) {
        settings.setParallelism(value);
    }

    /** A file that was written by hand may lack them. */
    private Object readResolve() {
        settings = settings == null ? new GoModulesSettings() : settings;
        return this;
    }

    /** {@code goModules} in {@code options} and {@code properties}. */
    @Extension
    @Symbol("goModules")
    public static final class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoModulesJobProperty_displayName();
        }

        /** Whose form this one is. */
        public GoModulesSettingsDescriptor getSettingsDescriptor() {
            return ExtensionList.lookupSingleton(GoModulesSettings.DescriptorImpl.class);
        }
    }
}
