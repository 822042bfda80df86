package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What can be set for all of Jenkins, for a folder and for a job: the same fields in each place. Every one is optional; what
 * is blank is not set here.
 */
public final class GoModulesSettings implements Describable<GoModulesSettings>, Serializable {
    private static final long serialVersionUID = 1L;

    /** For {@link #getHttpProxy}: what the agent's environment says. */
    public static final String HTTP_PROXY_OF_AGENT = "agent";

    /** For {@link #getHttpProxy}: the one that Jenkins itself uses. */
    public static final String HTTP_PROXY_OF_JENKINS = "jenkins";

    /** For {@link #getHttpProxy}: none, whatever the agent's environment says. */
    public static final String NO_HTTP_PROXY = "none";

    private ArrayList<GoProxy> proxies;
    private String goprivate;
    private String gonoproxy;
    private String gonosumdb;
    private String gosumdb;
    private String goinsecure;
    private String govcs;
    private String httpProxy;
    private ArrayList<GoHost> hosts;
    private Integer connectTimeout;
    private Integer readTimeout;
    private Integer timeout;
    private Integer retries;
    private Integer parallelism;
    private ArrayList<String> loginsRemoved;

    @DataBoundConstructor
    public GoModulesSettings() {}

    /** The proxy chain, in the order in which it is asked. */
    public List<GoProxy> getProxies() {
        return known(proxies);
    }

    @DataBoundSetter
    public void setProxies(List<GoProxy> value) {
        proxies = copy(value);
    }

    public String getGoprivate() {
        return goprivate;
    }

    @DataBoundSetter
    public void setGoprivate(String value) {
        goprivate = withoutLogin("goprivate", value);
    }

    public String getGonoproxy() {
        return gonoproxy;
    }

    @DataBoundSetter
    public void setGonoproxy(String value) {
        gonoproxy = withoutLogin("gonoproxy", value);
    }

    public String getGonosumdb() {
        return gonosumdb;
    }

    @DataBoundSetter
    public void setGonosumdb(String value) {
        gonosumdb = withoutLogin("gonosumdb", value);
    }

    public String getGosumdb() {
        return gosumdb;
    }

    @DataBoundSetter
    public void setGosumdb(String value) {
        gosumdb = withoutLogin("gosumdb", value);
    }

    public String getGoinsecure() {
        return goinsecure;
    }

    @DataBoundSetter
    public void setGoinsecure(String value) {
        goinsecure = withoutLogin("goinsecure", value);
    }

    public String getGovcs() {
        return govcs;
    }

    @DataBoundSetter
    public void setGovcs(String value) {
        govcs = withoutLogin("govcs", value);
    }

    /** Which HTTP proxy requests take: one of the constants of this class, or null if not set here. */
    public String getHttpProxy() {
        return httpProxy;
    }

    /** @throws IllegalArgumentException when it is none of them, nor blank */
    @DataBoundSetter
    public void setHttpProxy(String value) {
        httpProxy = KnownValues.orNull(
                "httpProxy", value, List.of(HTTP_PROXY_OF_AGENT, HTTP_PROXY_OF_JENKINS, NO_HTTP_PROXY));
    }

    /** Hosts of private modules. Those of proxies with a credential are in {@link #allHosts} only. */
    public List<GoHost> getHosts() {
        return known(hosts);
    }

    @DataBoundSetter
    public void setHosts(List<GoHost> value) {
        hosts = copy(value);
    }

    /** Seconds that connecting may take; null if not set here. */
    public Integer getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(Integer value) {
        connectTimeout = value;
    }

    /** Seconds without a byte after which a transfer is given up; null if not set here. */
    public Integer getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(Integer value) {
        readTimeout = value;
    }

    /** Seconds that a whole prefetch may take; 0 for no limit; null if not set here. */
    public Integer getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(Integer value) {
        timeout = value;
    }

    /** How often a transfer is tried again; null if not set here. */
    public Integer getRetries() {
        return retries;
    }

    @DataBoundSetter
    public void setRetries(Integer value) {
        retries = value;
    }

    /** Transfers at a time; 0 for as many as turn out to help; null if not set here. */
    public Integer getParallelism() {
        return parallelism;
    }

    @DataBoundSetter
    public void setParallelism(Integer value) {
        parallelism = value;
    }

    /** The text fields that were typed with a login in a URL, which is gone now; to be said beside the field. */
    public List<String> getLoginsRemoved() {
        return loginsRemoved == null ? List.of() : List.copyOf(loginsRemoved);
    }

    /** Whether anything was given with a login in a URL, which is gone now. */
    boolean lostLogins() {
        return loginsRemoved != null || getProxies().stream().anyMatch(GoProxy::isLoginRemoved);
    }

    /** The variables of the go command that are set here, by name. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, "GOPROXY", ProxyChainText.of(getProxies()));
        put(variables, "GOPRIVATE", goprivate);
        put(variables, "GONOPROXY", gonoproxy);
        put(variables, "GONOSUMDB", gonosumdb);
        put(variables, "GOSUMDB", gosumdb);
        put(variables, "GOINSECURE", goinsecure);
        put(variables, "GOVCS", govcs);
        return variables;
    }

    /** The hosts, and those of proxies with a credential. */
    public List<GoHost> allHosts() {
        List<GoHost> all = new ArrayList<>(getHosts());
        getProxies().forEach(proxy -> proxy.host().ifPresent(all::add));
        return all;
    }

    private static void put(Map<String, String> variables, String name, String value) {
        if (value != null && !value.isEmpty()) {
            variables.put(name, value);
        }
    }

    private static <T> ArrayList<T> copy(List<T> value) {
        return value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    /** A file that was written by hand may have an entry that is none. */
    private static <T> List<T> known(List<T> value) {
        return value == null
                ? List.of()
                : value.stream().filter(Objects::nonNull).toList();
    }

    private String withoutLogin(String field, String value) {
        String typed = Util.fixEmptyAndTrim(value);
        String clean = TypedLogins.remove(typed);
        if (clean != null && !clean.equals(typed)) {
            loginsRemoved = loginsRemoved == null ? new ArrayList<>() : loginsRemoved;
            loginsRemoved.add(field);
        }
        return clean;
    }

    /** What is read from a file was perhaps written by hand. */
    private Object readResolve() {
        setGoprivate(goprivate);
        setGonoproxy(gonoproxy);
        setGonosumdb(gonosumdb);
        setGosumdb(gosumdb);
        setGoinsecure(goinsecure);
        setGovcs(govcs);
        return this;
    }

    /** Symbol for Pipeline and configuration as code; the checks are in {@link GoModulesSettingsDescriptor}. */
    @Extension
    @Symbol("goModulesSettings")
    public static final class DescriptorImpl extends GoModulesSettingsDescriptor {}
}
