package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.PublicMirror;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.probe.ProbeSettings;
import java.util.Arrays;
import java.util.List;
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

    private final AskedTests tests = new AskedTests();

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
                .map(mirror -> mirror.id() + "=" + mirror.url())
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
        return show(tests.proxies(id, node, goproxy, module, credentialsId));
    }

    /** Tests a Git host. */
    @POST
    public HttpResponse doTestHost(
            @QueryParameter String id,
            @QueryParameter String node,
            @QueryParameter String host,
            @QueryParameter String path,
            @QueryParameter String protocol)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return show(tests.host(id, node, host, path, "ssh".equals(protocol)));
    }

    /** Compares the public mirrors and the proxies of a list. */
    @POST
    public HttpResponse doCompare(
            @QueryParameter String id, @QueryParameter String node, @QueryParameter String goproxy)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return show(tests.mirrors(id, node, goproxy));
    }

    /** Ends a test that is under way. */
    @POST
    public HttpResponse doCancel(@QueryParameter String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        tests.cancel(id);
        return HttpResponses.ok();
    }

    private static HttpResponse show(Object result) {
        return HttpResponses.forwardToView(result, "result");
    }

    private static GoModulesSettings settings() {
        return GoModulesConfiguration.get().getSettings();
    }
}
