package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The requirement graph as far as it is known, with the selected version of every module in it: the highest that was
 * required. Versions of {@code ""} are main modules and win over all others. Not safe for use by several threads.
 */
final class Requirements {
    private final List<ModuleVersion> roots;
    private final Map<ModuleVersion, List<ModuleVersion>> required = new HashMap<>();
    private final Map<String, String> selected = new HashMap<>();

    /**
     * Makes a graph of roots only.
     *
     * @param roots the main modules
     */
    Requirements(List<ModuleVersion> roots) {
        this.roots = roots;
        for (ModuleVersion root : roots) {
            selected.put(root.path(), "");
        }
    }

    /** Adds what a module requires. */
    void require(ModuleVersion module, List<ModuleVersion> requirements) {
        required.put(module, requirements);
        for (int i = 0; i < requirements.size(); i++) {
            ModuleVersion r = requirements.get(i);
            String current = selected.putIfAbsent(r.path(), r.version());
            if (current != null && isLess(current, r.version())) {
                selected.put(r.path(), r.version());
            }
        }
    }

    /** The requirements of a module; empty if they are not in the graph. */
    List<ModuleVersion> requiredBy(ModuleVersion module) {
        return required.getOrDefault(module, Collections.emptyList());
    }

    /** The selected version of a module path, {@code ""} for a main module, null for what nothing requires. */
    String selected(String path) {
        return selected.get(path);
    }

    /** The modules whose requirements are in the graph. */
    Collection<ModuleVersion> modules() {
        return required.keySet();
    }

    /** Whether a version is lower than another; {@code ""} is the highest. */
    static boolean isLess(String v, String w) {
        if (v.isEmpty() || v.equals(w)) {
            return false;
        }
        return w.isEmpty() || Semver.compare(v, w) < 0;
    }

    /** All modules at their selected versions: main modules in their order, then the others by path. */
    List<ModuleVersion> buildList() {
        Set<String> rootPaths = new HashSet<>();
        List<ModuleVersion> list = new ArrayList<>(selected.size());
        for (ModuleVersion root : roots) {
            if (rootPaths.add(root.path())) {
                list.add(root);
            }
        }
        int mains = list.size();
        for (Map.Entry<String, String> entry : selected.entrySet()) {
            if (!rootPaths.contains(entry.getKey())) {
                list.add(new ModuleVersion(entry.getKey(), entry.getValue()));
            }
        }
        Collections.sort(list.subList(mains, list.size()));
        return list;
    }

    /**
     * For each module, in the order of their distance from the main modules, the one through which a shortest way leads
     * to it; null for main modules.
     */
    Map<ModuleVersion, ModuleVersion> firstRequiredBy() {
        Map<ModuleVersion, ModuleVersion> parents = new LinkedHashMap<>();
        ArrayDeque<ModuleVersion> queue = new ArrayDeque<>(roots);
        for (ModuleVersion root : roots) {
            parents.put(root, null);
        }
        while (!queue.isEmpty()) {
            ModuleVersion module = queue.remove();
            for (ModuleVersion r : requiredBy(module)) {
                if (!parents.containsKey(r)) {
                    parents.put(r, module);
                    queue.add(r);
                }
            }
        }
        return parents;
    }
}
