package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.config.FormChecks;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.jenkins.config.TypedLogins;
import io.jenkins.plugins.gomodules.jenkins.force.StepSettings;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;

/**
 * What the steps have in common: the GO* variables and the way to private modules. All parameters are optional; a blank
 * one is as good as none.
 */
public abstract class GoModulesStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private String goproxy;
    private String goprivate;
    private String gonoproxy;
    private String gonosumdb;
    private String gosumdb;
    private String goinsecure;
    private String govcs;
    private String httpProxy;
    private String modCache;
    private ArrayList<String> credentials = new ArrayList<>();
    private ArrayList<GoHost> hosts = new ArrayList<>();
    private int sshAgentTimeout = AgentAccess.DEFAULT_KEY_AGENT_SECONDS;

    public String getGoproxy() {
        return goproxy;
    }

    @DataBoundSetter
    public void setGoproxy(String value) {
        goproxy = Util.fixEmptyAndTrim(value);
    }

    public String getGoprivate() {
        return goprivate;
    }

    @DataBoundSetter
    public void setGoprivate(String value) {
        goprivate = Util.fixEmptyAndTrim(value);
    }

    public String getGonoproxy() {
        return gonoproxy;
    }

    @DataBoundSetter
    public void setGonoproxy(String value) {
        gonoproxy = Util.fixEmptyAndTrim(value);
    }

    public String getGonosumdb() {
        return gonosumdb;
    }

    @DataBoundSetter
    public void setGonosumdb(String value) {
        gonosumdb = Util.fixEmptyAndTrim(value);
    }

    public String getGosumdb() {
        return gosumdb;
    }

    @DataBoundSetter
    public void setGosumdb(String value) {
        gosumdb = Util.fixEmptyAndTrim(value);
    }

    public String getGoinsecure() {
        return goinsecure;
    }

    @DataBoundSetter
    public void setGoinsecure(String value) {
        goinsecure = Util.fixEmptyAndTrim(value);
    }

    public String getGovcs() {
        return govcs;
    }

    @DataBoundSetter
    public void setGovcs(String value) {
        govcs = Util.fixEmptyAndTrim(value);
    }

    /** Which HTTP proxy to use, as in {@link GoModulesSettings#getHttpProxy}; null leaves it to what is around the step. */
    public String getHttpProxy() {
        return httpProxy;
    }

    @DataBoundSetter
    public void setHttpProxy(String value) {
        httpProxy = Util.fixEmptyAndTrim(value);
    }

    public String getModCache() {
        return modCache;
    }

    @DataBoundSetter
    public void setModCache(String value) {
        modCache = Util.fixEmptyAndTrim(value);
    }

    public List<String> getCredentials() {
        return List.copyOf(credentials);
    }

    /** @param value ids of credentials; one with line ends in it, as a form sends them, counts as several */
    @DataBoundSetter
    public void setCredentials(List<String> value) {
        credentials = lines(value);
    }

    /** The ids as the form's text area shows them, one a line. */
    public String getCredentialLines() {
        return String.join("\n", credentials);
    }

    public List<GoHost> getHosts() {
        return List.copyOf(hosts);
    }

    @DataBoundSetter
    public void setHosts(List<GoHost> value) {
        hosts = new ArrayList<>(value == null ? List.of() : value);
    }

    public int getSshAgentTimeout() {
        return sshAgentTimeout;
    }

    @DataBoundSetter
    public void setSshAgentTimeout(int value) {
        // A form sends 0 for a field that was cleared.
        sshAgentTimeout = value == 0 ? AgentAccess.DEFAULT_KEY_AGENT_SECONDS : value;
    }

    /** Takes logins out of URLs, for where the step is saved in a file: a Jenkinsfile is somebody else's affair. */
    public final void forgetLogins() {
        goproxy = TypedLogins.remove(goproxy);
        gosumdb = TypedLogins.remove(gosumdb);
    }

    /** A job's file that was written by hand may lack anything. */
    protected Object readResolve() {
        credentials = credentials == null ? new ArrayList<>() : credentials;
        hosts = hosts == null ? new ArrayList<>() : hosts;
        setSshAgentTimeout(sshAgentTimeout);
        return this;
    }

    /** Whether the step itself has anything to do with credentials. */
    final boolean namesHosts() {
        return !hosts.isEmpty() || !credentials.isEmpty();
    }

    /** What this step says itself. */
    final StepSettings settings() {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, "GOPROXY", goproxy);
        put(variables, "GOPRIVATE", goprivate);
        put(variables, "GONOPROXY", gonoproxy);
        put(variables, "GONOSUMDB", gonosumdb);
        put(variables, "GOSUMDB", gosumdb);
        put(variables, "GOINSECURE", goinsecure);
        put(variables, "GOVCS", govcs);
        put(variables, "GOMODCACHE", modCache);
        return new StepSettings(variables, httpProxy, numbers(), hosts, credentials);
    }

    /** The numbers that are set. */
    Map<Overridable, Integer> numbers() {
        return Map.of();
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    /** All lines of all texts, without blank ones. */
    static ArrayList<String> lines(List<String> texts) {
        ArrayList<String> all = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            text.lines().map(String::trim).filter(line -> !line.isEmpty()).forEach(all::add);
        }
        return all;
    }

    /**
     * Checks what the engine does not see.
     *
     * @throws IllegalArgumentException when a parameter has no meaning, naming it
     */
    void check() {
        if (sshAgentTimeout < 1 || sshAgentTimeout > AgentAccess.DEFAULT_KEY_AGENT_SECONDS) {
            throw new IllegalArgumentException(
                    Messages.GoModulesStep_sshAgentTimeout(sshAgentTimeout, AgentAccess.DEFAULT_KEY_AGENT_SECONDS));
        }
    }

    /** Checks of syntax alone: they read no files, no configuration, no credentials, and reach nothing. */
    public abstract static class GoModulesStepDescriptor extends StepDescriptor {
        public FormValidation doCheckModCache(@QueryParameter String value) {
            return FormChecks.moduleCache(value);
        }

        public FormValidation doCheckGoproxy(@QueryParameter String value) {
            return FormChecks.proxyList(value);
        }

        public FormValidation doCheckGoprivate(@QueryParameter String value) {
            return FormChecks.patterns("GOPRIVATE", value);
        }

        public FormValidation doCheckGonoproxy(@QueryParameter String value) {
            return FormChecks.patterns("GONOPROXY", value);
        }

        public FormValidation doCheckGonosumdb(@QueryParameter String value) {
            return FormChecks.patterns("GONOSUMDB", value);
        }

        public FormValidation doCheckGosumdb(@QueryParameter String value) {
            return FormChecks.checksumDatabase(value);
        }

        public FormValidation doCheckGoinsecure(@QueryParameter String value) {
            return FormChecks.patterns("GOINSECURE", value);
        }

        public FormValidation doCheckGovcs(@QueryParameter String value) {
            return FormChecks.versionControl(value);
        }

        public ListBoxModel doFillHttpProxyItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoModulesStep_httpProxyInherited(), "");
            items.add(Messages.GoModulesStep_httpProxyAgent(), GoModulesSettings.HTTP_PROXY_OF_AGENT);
            items.add(Messages.GoModulesStep_httpProxyJenkins(), GoModulesSettings.HTTP_PROXY_OF_JENKINS);
            items.add(Messages.GoModulesStep_httpProxyNone(), GoModulesSettings.NO_HTTP_PROXY);
            return items;
        }

        public FormValidation doCheckSshAgentTimeout(@QueryParameter String value) {
            return FormValidation.validateIntegerInRange(value, 1, AgentAccess.DEFAULT_KEY_AGENT_SECONDS);
        }
    }
}
