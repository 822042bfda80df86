package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.XmlFile;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The credentials of Jenkins itself, in credentials.xml. */
public class SystemCredentialsProvider extends AbstractDescribableImpl<SystemCredentialsProvider> implements Saveable {
    private static final Map<Jenkins, SystemCredentialsProvider> INSTANCES = new WeakHashMap<>();

    private final Map<Domain, List<Credentials>> domainCredentialsMap = new LinkedHashMap<>();

    public SystemCredentialsProvider() {
        domainCredentialsMap.put(Domain.global(), new CopyOnWriteArrayList<>());
        XmlFile file = getConfigFile();
        if (file.exists()) {
            try {
                ((Saved) file.read())
                        .domains.forEach(
                                (domain, all) -> domainCredentialsMap.put(domain, new CopyOnWriteArrayList<>(all)));
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            }
        }
    }

    /** What is in the file. */
    private static final class Saved {
        private final Map<Domain, List<Credentials>> domains = new LinkedHashMap<>();
    }

    public static SystemCredentialsProvider getInstance() {
        synchronized (INSTANCES) {
            return INSTANCES.computeIfAbsent(Jenkins.get(), jenkins -> new SystemCredentialsProvider());
        }
    }

    public static XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), "credentials.xml"));
    }

    public List<Credentials> getCredentials() {
        return domainCredentialsMap.get(Domain.global());
    }

    public Map<Domain, List<Credentials>> getDomainCredentialsMap() {
        return domainCredentialsMap;
    }

    @Override
    public void save() throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Saved saved = new Saved();
        domainCredentialsMap.forEach((domain, all) -> saved.domains.put(domain, new ArrayList<>(all)));
        getConfigFile().write(saved);
    }

    CredentialsStore getStore() {
        return new StoreImpl();
    }

    /** Whoever asks as the system gets them; builds none that are for the system alone. */
    public static class ProviderImpl extends CredentialsProvider {
        @Override
        public <C extends Credentials> List<C> getCredentialsInItemGroup(
                Class<C> type,
                ItemGroup itemGroup,
                Authentication authentication,
                List<DomainRequirement> requirements) {
            return find(type, authentication, requirements, itemGroup == Jenkins.get());
        }

        @Override
        public <C extends Credentials> List<C> getCredentialsInItem(
                Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
            return find(type, authentication, requirements, false);
        }

        private static <C extends Credentials> List<C> find(
                Class<C> type, Authentication authentication, List<DomainRequirement> requirements, boolean all) {
            List<C> found = new ArrayList<>();
            if (ACL.SYSTEM2.equals(authentication)) {
                getInstance().domainCredentialsMap.forEach((domain, credentials) -> {
                    for (Credentials each : credentials) {
                        if (domain.test(requirements)
                                && type.isInstance(each)
                                && (all || each.getScope() != CredentialsScope.SYSTEM)) {
                            found.add(type.cast(each));
                        }
                    }
                });
            }
            return found;
        }

        @Override
        public CredentialsStore getStore(ModelObject object) {
            return object == Jenkins.get() ? getInstance().getStore() : null;
        }
    }

    /** The store that an administrator works with. */
    public static class StoreImpl extends CredentialsStore {
        private static List<Credentials> of(Domain domain) {
            return getInstance().domainCredentialsMap.get(domain);
        }

        @Override
        public ModelObject getContext() {
            return Jenkins.get();
        }

        @Override
        public List<Domain> getDomains() {
            return new ArrayList<>(getInstance().domainCredentialsMap.keySet());
        }

        @Override
        public boolean addDomain(Domain domain, List<Credentials> credentials) throws IOException {
            boolean added =
                    getInstance().domainCredentialsMap.putIfAbsent(domain, new CopyOnWriteArrayList<>(credentials))
                            == null;
            save();
            return added;
        }

        @Override
        public List<Credentials> getCredentials(Domain domain) {
            return List.copyOf(of(domain));
        }

        @Override
        public boolean addCredentials(Domain domain, Credentials credentials) throws IOException {
            boolean added = !of(domain).contains(credentials) && of(domain).add(credentials);
            save();
            return added;
        }

        @Override
        public boolean removeCredentials(Domain domain, Credentials credentials) throws IOException {
            boolean removed = of(domain).remove(credentials);
            save();
            return removed;
        }

        @Override
        public boolean updateCredentials(Domain domain, Credentials current, Credentials replacement)
                throws IOException {
            int index = of(domain).indexOf(current);
            if (index >= 0) {
                of(domain).set(index, replacement);
                save();
            }
            return index >= 0;
        }

        @Override
        public void save() throws IOException {
            getInstance().save();
        }
    }
}
