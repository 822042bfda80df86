package hudson;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.model.Jenkins;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** The extensions of one type: what SezPoz' index on the class path lists, one instance for each Jenkins session. */
public class ExtensionList<T> extends AbstractList<T> {
    private static final Map<Jenkins, List<Object>> LOADED = new ConcurrentHashMap<>();

    private final List<T> components;

    private ExtensionList(List<T> components) {
        this.components = components;
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return new ExtensionList<>(LOADED.computeIfAbsent(Jenkins.get(), jenkins -> load()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
    }

    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    private static List<Object> load() {
        List<IndexItem<Extension, Object>> items = new ArrayList<>();
        Index.load(Extension.class, Object.class, Jenkins.class.getClassLoader())
                .forEach(items::add);
        items.sort(Comparator.comparingDouble(
                (IndexItem<Extension, Object> item) -> -item.annotation().ordinal()));
        List<Object> instances = new ArrayList<>(List.of(
                new SystemCredentialsProvider.ProviderImpl(),
                new UsernamePasswordCredentialsImpl.DescriptorImpl(),
                new StringCredentialsImpl.DescriptorImpl(),
                new BasicSSHUserPrivateKey.DescriptorImpl()));
        for (IndexItem<Extension, Object> item : items) {
            try {
                instances.add(item.instance());
            } catch (InstantiationException x) {
                throw new IllegalStateException("Failed to load " + item.className(), x);
            }
        }
        return instances;
    }

    public <U extends T> U get(Class<U> type) {
        return components.stream()
                .filter(component -> component.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public T get(int index) {
        return components.get(index);
    }

    @Override
    public int size() {
        return components.size();
    }
}
