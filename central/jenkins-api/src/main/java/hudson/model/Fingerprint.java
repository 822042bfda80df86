package hudson.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Where something was used. */
public class Fingerprint {
    private final Map<String, RangeSet> usages = new ConcurrentSkipListMap<>();

    public List<String> getJobs() {
        return new ArrayList<>(usages.keySet());
    }

    public RangeSet getRangeSet(String jobFullName) {
        return usages.getOrDefault(jobFullName, new RangeSet());
    }

    public RangeSet getRangeSet(Job job) {
        return getRangeSet(job.getFullName());
    }

    public void addFor(Run b) {
        usages.computeIfAbsent(b.getParent().getFullName(), name -> new RangeSet())
                .numbers
                .add(b.getNumber());
    }

    /** Numbers of builds. */
    public static final class RangeSet {
        private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();

        public boolean includes(int i) {
            return numbers.contains(i);
        }

        public boolean isEmpty() {
            return numbers.isEmpty();
        }
    }
}
