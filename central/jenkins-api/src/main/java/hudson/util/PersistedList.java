package hudson.util;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list that saves its owner after a change; here the owner is kept in memory. */
public class PersistedList<T> extends AbstractList<T> {
    private final List<T> data = new CopyOnWriteArrayList<>();

    protected PersistedList() {}

    @Override
    public boolean add(T item) {
        return data.add(item);
    }

    public void replaceBy(Collection<? extends T> col) {
        data.clear();
        data.addAll(col);
    }

    public <U extends T> U get(Class<U> type) {
        return data.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public T get(int index) {
        return data.get(index);
    }

    @Override
    public int size() {
        return data.size();
    }
}
