package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Collects what becomes of every module while the jobs run. Safe for any number of threads. */
final class Outcome {
    /** Where a module came from. */
    enum Origin {
        CACHE,
        NETWORK
    }

    private record Arrival(Origin origin, String proxy, String verifiedBy) {}

    private final Map<ModuleVersion, Arrival> arrivals = new TreeMap<>();
    private final Map<String, PrefetchFailure> failures = new LinkedHashMap<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private final Set<ModuleVersion> planned = new LinkedHashSet<>();
    private final Set<ModuleVersion> needed = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final AtomicInteger goMods = new AtomicInteger();

    synchronized void plan(ModuleVersion module) {
        planned.add(module);
    }

    /** Now it is known what is needed; what was begun on a guess and is not among it does not count. */
    synchronized void planExactly(Collection<ModuleVersion> modules) {
        needed.addAll(modules);
        for (ModuleVersion guessed : planned) {
            if (!needed.contains(guessed)) {
                dropped.add(guessed.toString());
            }
        }
        planned.retainAll(needed);
    }

    void goModRead() {
        goMods.incrementAndGet();
    }

    /** go.mod files read so far. */
    int goMods() {
        return goMods.get();
    }

    /**
     * @param proxy who served it, or {@code ""} when it was there already
     * @param verifiedBy who vouched for it, see {@link Expectation#by}
     */
    synchronized void arrived(ModuleVersion module, Origin origin, String proxy, String verifiedBy) {
        arrivals.putIfAbsent(module, new Arrival(origin, proxy, verifiedBy));
    }

    /** Of several failures of one module the first is kept: the others mostly follow from it. */
    synchronized void failed(PrefetchFailure failure) {
        String key = failure.module().isEmpty() ? failure.message() : failure.name();
        failures.putIfAbsent(key, failure);
    }

    synchronized void notice(String sentence) {
        notices.add(sentence);
    }

    synchronized int planned() {
        return planned.size();
    }

    synchronized int done() {
        return count(arrival -> true);
    }

    /** What is planned and has not arrived, in order. */
    synchronized List<ModuleVersion> missing() {
        List<ModuleVersion> modules = new ArrayList<>(planned);
        modules.removeAll(arrivals.keySet());
        modules.sort(null);
        return modules;
    }

    synchronized int count(Origin origin) {
        return count(arrival -> arrival.origin == origin);
    }

    /** By whom each module was verified, in their order. */
    synchronized Map<String, String> verifiedBy() {
        Map<String, String> verifiedBy = new LinkedHashMap<>();
        arrivals.forEach((module, arrival) -> {
            if (counts(module)) {
                verifiedBy.put(module.toString(), arrival.verifiedBy);
            }
        });
        return verifiedBy;
    }

    /** A module whose zip arrived can still have failed otherwise, by its .info file for instance. */
    private boolean counts(ModuleVersion module) {
        return planned.contains(module) && !failures.containsKey(module.toString());
    }

    private int count(Predicate<Arrival> wanted) {
        int count = 0;
        for (Map.Entry<ModuleVersion, Arrival> entry : arrivals.entrySet()) {
            ModuleVersion module = entry.getKey();
            if (wanted.test(entry.getValue()) && counts(module)) {
                count++;
            }
        }
        return count;
    }

    /** How many modules each proxy served, most first. */
    synchronized Map<String, Integer> servedBy() {
        Map<String, Integer> counts = new TreeMap<>();
        arrivals.forEach((module, arrival) -> {
            if (!arrival.proxy.isEmpty() && counts(module)) {
                counts.merge(arrival.proxy, 1, Integer::sum);
            }
        });
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        Map<String, Integer> ordered = new LinkedHashMap<>();
        entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    synchronized boolean hasFailures() {
        return !failures().isEmpty();
    }

    synchronized List<PrefetchFailure> failures() {
        List<PrefetchFailure> kept = new ArrayList<>();
        failures.forEach((key, failure) -> {
            if (!dropped.contains(key)) {
                kept.add(failure);
            }
        });
        return kept;
    }

    synchronized List<String> notices() {
        return new ArrayList<>(notices);
    }
}
