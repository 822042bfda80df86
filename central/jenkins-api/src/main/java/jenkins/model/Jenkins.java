package jenkins.model;

import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.ProxyConfiguration;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Slave;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.remoting.VirtualChannel;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import hudson.security.SecurityRealm;
import hudson.slaves.SlaveComputer;
import io.jenkins.standin.Identity;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import org.springframework.security.core.Authentication;

/** The controller: jobs, nodes and extensions of one session. Its state on disk is {@link io.jenkins.standin.Home}. */
public class Jenkins extends Node implements ItemGroup<TopLevelItem> {
    private volatile ProxyConfiguration proxy;
    public static final Permission ADMINISTER = Permission.HUDSON_ADMINISTER;
    public static final Permission READ =
            new Permission(Permission.HUDSON_PERMISSIONS, "Read", null, Permission.READ, PermissionScope.JENKINS);
    public static final Permission MANAGE =
            new Permission(Permission.HUDSON_PERMISSIONS, "Manage", null, ADMINISTER, PermissionScope.JENKINS);
    public static final Permission SYSTEM_READ =
            new Permission(Permission.HUDSON_PERMISSIONS, "SystemRead", null, ADMINISTER, PermissionScope.JENKINS);

    private static volatile Jenkins theInstance;

    private volatile AuthorizationStrategy authorizationStrategy = AuthorizationStrategy.UNSECURED;

    private final File root;
    private volatile int numExecutors = 2;
    private volatile boolean terminating;
    private final Map<String, TopLevelItem> items = new ConcurrentSkipListMap<>();
    private final Map<String, Node> nodes = new ConcurrentSkipListMap<>();
    private final Map<String, Computer> computers = new ConcurrentHashMap<>();

    protected Jenkins(File root) {
        this.root = root;
        computers.put("", new MasterComputer());
        theInstance = this;
    }

    public static Jenkins get() {
        if (theInstance == null) {
            throw new IllegalStateException(
                    "Jenkins.instance is missing. Read the documentation of Jenkins.getInstanceOrNull to see what you are doing wrong.");
        }
        return theInstance;
    }

    public static Jenkins getInstanceOrNull() {
        return theInstance;
    }

    public static Authentication getAuthentication2() {
        return Identity.current();
    }

    public String getRootUrl() {
        return null;
    }

    public String getRootUrlFromRequest() {
        throw new IllegalStateException("cannot call getRootUrlFromRequest from outside a request handling thread");
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        return authorizationStrategy;
    }

    public void setAuthorizationStrategy(AuthorizationStrategy a) {
        authorizationStrategy = a == null ? AuthorizationStrategy.UNSECURED : a;
    }

    /** The stand-in authenticates nobody. */
    public void setSecurityRealm(SecurityRealm securityRealm) {}

    public boolean isTerminating() {
        return terminating;
    }

    public void cleanUp() {
        terminating = true;
        for (Node node : getNodes()) {
            node.toComputer().disconnect(null);
        }
        io.jenkins.standin.Home.current().saveBuilds();
        jenkins.util.Timer.shutdown();
        theInstance = null;
    }

    public File getRootDir() {
        return root;
    }

    @Override
    public FilePath getRootPath() {
        return new FilePath(root);
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        return new Launcher.LocalLauncher(listener);
    }

    @Override
    public FilePath getWorkspaceFor(TopLevelItem item) {
        return new FilePath(new File(root, "workspace/" + item.getFullName()));
    }

    @Override
    public String getNodeName() {
        return "";
    }

    @Override
    public String getLabelString() {
        return "built-in";
    }

    @Override
    public int getNumExecutors() {
        return numExecutors;
    }

    public void setNumExecutors(int n) throws IOException {
        numExecutors = n;
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    public List<Node> getNodes() {
        return new ArrayList<>(nodes.values());
    }

    public void addNode(Node n) throws IOException {
        nodes.put(n.getNodeName(), n);
        computers.put(n.getNodeName(), new SlaveComputer((Slave) n));
    }

    public Computer getComputer(String name) {
        return computers.get(name.equals("(built-in)") ? "" : name);
    }

    public Computer[] getComputers() {
        return computers.values().toArray(new Computer[0]);
    }

    @Override
    public TopLevelItem getItem(String name) {
        return items.get(name);
    }

    public ProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(ProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) {
        ItemGroup<?> group = this;
        Item item = null;
        for (String name : fullName.split("/")) {
            item = group == null ? null : group.getItem(name);
            group = item instanceof ItemGroup<?> inner ? inner : null;
        }
        return type.isInstance(item) && item.hasPermission(Item.READ) ? type.cast(item) : null;
    }

    public List<TopLevelItem> getItems() {
        return new ArrayList<>(items.values());
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        if (items.containsKey(name)) {
            throw new IllegalArgumentException("Project of the name " + name + " already exists");
        }
        T item = newItem(type, this, name);
        items.put(name, item);
        return item;
    }

    /** A new item of a group; not in Jenkins. */
    public static <T extends TopLevelItem> T newItem(Class<T> type, ItemGroup<?> parent, String name) {
        try {
            return type.getConstructor(ItemGroup.class, String.class).newInstance(parent, name);
        } catch (ReflectiveOperationException x) {
            throw new UnsupportedOperationException("the stand-in has no " + type, x);
        }
    }

    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        return ExtensionList.lookup(type).get(type);
    }

    public Descriptor getDescriptor(Class<? extends Describable> type) {
        return ExtensionList.lookup(Descriptor.class).stream()
                .filter(d -> d.clazz == type)
                .findFirst()
                .orElse(null);
    }

    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor d = getDescriptor(type);
        if (d == null) {
            throw new AssertionError(type + " is missing its descriptor");
        }
        return d;
    }

    private class MasterComputer extends Computer {
        MasterComputer() {
            super(Jenkins.this);
        }

        @Override
        public VirtualChannel getChannel() {
            return FilePath.localChannel;
        }

        @Override
        public Boolean isUnix() {
            return !hudson.Functions.isWindows();
        }

        @Override
        protected Future<?> _connect(boolean forceReconnect) {
            throw new UnsupportedOperationException("the built-in node is always connected");
        }
    }
}
