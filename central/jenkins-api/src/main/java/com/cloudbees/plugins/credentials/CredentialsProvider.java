package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Fingerprint;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Where credentials come from, and who asks for them. The stand-in has those of Jenkins itself, and what a test adds. */
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final PermissionGroup GROUP = new PermissionGroup(CredentialsProvider.class, null);
    public static final Permission USE_OWN = permission("UseOwn", Item.BUILD);
    public static final Permission USE_ITEM = permission("UseItem", Item.CONFIGURE);
    public static final Permission CREATE = permission("Create", Permission.CREATE);
    public static final Permission UPDATE = permission("Update", Permission.UPDATE);
    public static final Permission VIEW = permission("View", Permission.READ);
    public static final Permission DELETE = permission("Delete", Permission.DELETE);

    /** Of each session, by class and id. */
    private static final Map<Jenkins, Map<String, Fingerprint>> FINGERPRINTS = new WeakHashMap<>();

    @SuppressWarnings("unchecked") // self() has no type in Jenkins either
    public CredentialsProvider() {
        super(self());
    }

    private static Permission permission(String name, Permission impliedBy) {
        return new Permission(GROUP, name, null, impliedBy, PermissionScope.ITEM);
    }

    @Override
    public Descriptor<CredentialsProvider> getDescriptor() {
        return this;
    }

    public static ExtensionList<CredentialsProvider> all() {
        return ExtensionList.lookup(CredentialsProvider.class);
    }

    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        return List.of();
    }

    public <C extends Credentials> List<C> getCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        return getCredentialsInItemGroup(type, item.getParent(), authentication, requirements);
    }

    public CredentialsStore getStore(ModelObject object) {
        return null;
    }

    public static Iterable<CredentialsStore> lookupStores(ModelObject context) {
        return all().stream()
                .map(provider -> provider.getStore(context))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The first of an id wins. */
    private static <C extends Credentials> List<C> distinct(Function<CredentialsProvider, List<C>> of) {
        Map<Object, C> found = new java.util.LinkedHashMap<>();
        for (CredentialsProvider provider : all()) {
            for (C each : of.apply(provider)) {
                found.putIfAbsent(each instanceof IdCredentials c ? c.getId() : each, each);
            }
        }
        return new ArrayList<>(found.values());
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication) {
        return lookupCredentialsInItem(type, item, authentication, List.of());
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> domainRequirements) {
        if (item == null) {
            return lookupCredentialsInItemGroup(type, Jenkins.get(), authentication, domainRequirements);
        }
        Authentication as = authentication == null ? ACL.SYSTEM2 : authentication;
        List<DomainRequirement> requirements = domainRequirements == null ? List.of() : domainRequirements;
        return distinct(provider -> provider.getCredentialsInItem(type, item, as, requirements));
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication) {
        return lookupCredentialsInItemGroup(type, itemGroup, authentication, List.of());
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        ItemGroup group = itemGroup == null ? Jenkins.get() : itemGroup;
        Authentication as = authentication == null ? ACL.SYSTEM2 : authentication;
        List<DomainRequirement> requirements = domainRequirements == null ? List.of() : domainRequirements;
        return distinct(provider -> provider.getCredentialsInItemGroup(type, group, as, requirements));
    }

    private static <C extends IdCredentials> ListBoxModel options(List<C> credentials, CredentialsMatcher matcher) {
        ListBoxModel model = new ListBoxModel();
        for (C each : credentials) {
            if (matcher == null || matcher.matches(each)) {
                model.add(CredentialsNameProvider.name(each), each.getId());
            }
        }
        model.sort(Comparator.comparing(option -> option.name));
        return model;
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        return options(lookupCredentialsInItem(type, item, authentication, domainRequirements), matcher);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        return options(lookupCredentialsInItemGroup(type, itemGroup, authentication, domainRequirements), matcher);
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return findCredentialById(id, type, run, List.of());
    }

    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirements) {
        return findCredentialById(id, type, run, List.of(domainRequirements));
    }

    /** Builds run as the system: there are no credentials parameters and no authentication of items. */
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
        C found = CredentialsMatchers.firstOrNull(
                lookupCredentialsInItem(type, run.getParent(), ACL.SYSTEM2, domainRequirements),
                CredentialsMatchers.withId(id.trim()));
        return found == null ? null : type.cast(found.forRun(run));
    }

    public static <C extends Credentials> C track(Run build, C credentials) {
        if (credentials != null) {
            synchronized (FINGERPRINTS) {
                FINGERPRINTS
                        .computeIfAbsent(Jenkins.get(), jenkins -> new HashMap<>())
                        .computeIfAbsent(key(credentials), key -> new Fingerprint())
                        .addFor(build);
            }
        }
        return credentials;
    }

    public static <C extends Credentials> List<C> trackAll(Run build, List<C> credentials) {
        credentials.forEach(each -> track(build, each));
        return credentials;
    }

    public static Fingerprint getFingerprintOf(Credentials c) throws java.io.IOException {
        synchronized (FINGERPRINTS) {
            return FINGERPRINTS.getOrDefault(Jenkins.get(), Map.of()).get(key(c));
        }
    }

    private static String key(Credentials c) {
        return c.getClass().getName() + " " + ((IdCredentials) c).getId();
    }
}
