package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.Extension;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.PublicMirror;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.probe.GitHost;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.ProbeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The page, and its web methods. */
@Extension
public final class ConnectionsPage extends ManagementLink {
    /** The page's place below {@code manage/}. */
    public static final String URL = "go-module-connections";

    private static final String USUAL = "https://proxy.golang.org,direct";

    private final RunningTests running = new RunningTests();

    @Override
    public String getIconFileName() {
        return "symbol-go-connections plugin-go-modules";
    }

    @Override
    public String getDisplayName() {
        return Messages.ConnectionsPage_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.ConnectionsPage_description();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.ADMINISTER;
    }

    @Override
    public Category getCategory() {
        return Category.TROUBLESHOOTING;
    }

    /** The chain that is saved, or else the go command's own. */
    public String getGoproxy() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return settings().variables().getOrDefault("GOPROXY", USUAL);
    }

    public String getModule() {
        return ProbeSettings.DEFAULT_MODULE.toString();
    }

    /** The hosts of private modules that are saved. */
    public List<GoHost> getHosts() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return settings().getHosts();
    }

    /** The ids of the public mirrors and their URLs, for what forms call by an id: {@code id=url}, separated by blanks. */
    public String getMirrors() {
        return Arrays.stream(PublicMirror.values())
                .map(mirror -> mirror.id() + "=" + withoutSlash(mirror.url()))
                .collect(Collectors.joining(" "));
    }

    /** Where tests can be made from. */
    public ListBoxModel getNodes() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.ConnectionsPage_controller(), "");
        for (Computer computer : Jenkins.get().getComputers()) {
            if (computer.isOnline() && !computer.getName().isEmpty()) {
                items.add(computer.getDisplayName(), computer.getName());
            }
        }
        return items;
    }

    /** Tests a list of proxies, which may be one. */
    @POST
    public HttpResponse doTestProxies(
            @QueryParameter String id,
            @QueryParameter String node,
            @QueryParameter String goproxy,
            @QueryParameter String module,
            @QueryParameter String credentialsId)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return answer(() -> {
            String list = Util.fixNull(goproxy).trim();
            ProxyList parsed = parse(list);
            TestLogins logins = new TestLogins(TestHosts.of(parsed, credentialsId, settings()));
            ConnectionTest<ProbeReport> test =
                    ConnectionTest.ofProxies(list, variables(), logins.logins(), module(module));
            return new ProbeResult(
                    CheckedReport.of(running.run(Util.fixNull(id), Util.fixNull(node), test)), logins.problems());
        });
    }

    /** Tests a Git host. */
    @POST
    public HttpResponse doTestHost(
            @QueryParameter String id,
            @QueryParameter String node,
            @QueryParameter String host,
            @QueryParameter String path,
            @QueryParameter String protocol,
            @QueryParameter String knownHosts)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return answer(() -> {
            boolean ssh = "ssh".equals(protocol);
            GitHost git = GitHost.parse(
                    Util.fixNull(host).trim(),
                    Util.fixNull(path).trim().replaceAll("^/+|/+$", ""),
                    ssh,
                    knownHosts(Util.fixNull(host).trim(), knownHosts));
            TestLogins logins = new TestLogins(TestHosts.of(git, settings()));
            return new ProbeResult(
                    CheckedReport.of(running.run(
                            Util.fixNull(id),
                            Util.fixNull(node),
                            ConnectionTest.ofHost(git, variables(), logins.logins()))),
                    logins.problems());
        });
    }

    /** Compares the public mirrors and the proxies of a list. */
    @POST
    public HttpResponse doCompare(
            @QueryParameter String id, @QueryParameter String node, @QueryParameter String goproxy)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return answer(() -> {
            List<ProxyList.Entry> entries =
                    new ArrayList<>(parse(Util.fixNull(goproxy).trim()).entries());
            for (PublicMirror mirror : PublicMirror.values()) {
                entries.addAll(ProxyList.parse(withoutSlash(mirror.url())).entries());
            }
            ProxyList all = new ProxyList(entries);
            TestLogins logins = new TestLogins(TestHosts.of(all, null, settings()));
            return new ComparisonResult(
                    CheckedReport.of(running.run(
                            Util.fixNull(id),
                            Util.fixNull(node),
                            ConnectionTest.ofMirrors(all, variables(), logins.logins()))),
                    logins.problems());
        });
    }

    /** Ends a test that is under way. */
    @POST
    public HttpResponse doCancel(@QueryParameter String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        running.cancel(Util.fixNull(id));
        return HttpResponses.ok();
    }

    /** What there is to do for an answer. */
    private interface Work {
        Object result() throws InterruptedException;
    }

    private static HttpResponse answer(Work work) throws InterruptedException {
        try {
            return HttpResponses.forwardToView(work.result(), "result");
        } catch (IllegalArgumentException e) {
            return HttpResponses.forwardToView(new Refusal(e.getMessage()), "result");
        }
    }

    private static ProxyList parse(String list) {
        try {
            return ProxyList.parse(list);
        } catch (InvalidProxyListException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ModuleVersion module(String text) {
        String named = Util.fixNull(text).trim();
        if (named.isEmpty()) {
            return ProbeSettings.DEFAULT_MODULE;
        }
        int at = named.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(Messages.ConnectionsPage_noVersion(named));
        }
        ModuleVersion module = new ModuleVersion(named.substring(0, at), named.substring(at + 1));
        module.check();
        return module;
    }

    /** What is typed, or what is saved for the host. */
    private static String knownHosts(String host, String typed) {
        if (Util.fixEmptyAndTrim(typed) != null) {
            return typed;
        }
        return settings().getHosts().stream()
                .filter(each -> each.getHost().equalsIgnoreCase(host) && each.getKnownHosts() != null)
                .map(GoHost::getKnownHosts)
                .findFirst()
                .orElse("");
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Map<String, String> variables() {
        return TestVariables.of(settings());
    }

    private static GoModulesSettings settings() {
        return GoModulesConfiguration.get().getSettings();
    }
}
