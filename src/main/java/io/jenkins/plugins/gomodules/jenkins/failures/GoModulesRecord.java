package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the plugin's steps did in a build. That a build has one means that it used the plugin. It has no page: {@link
 * GoFailureAction} shows it.
 */
@ExportedBean
public final class GoModulesRecord implements Action {
    /** Steps that are kept; of a build that has more, in a loop perhaps, the first that went well are dropped. */
    static final int MAX_STEPS = 100;

    /** Replaced as a whole, so that a build may be saved while a parallel branch adds to it. */
    private volatile ArrayList<StepRecord> steps = new ArrayList<>();

    /** What another version of the plugin has written may lack something. */
    private Object readResolve() {
        steps = steps == null
                ? new ArrayList<>()
                : steps.stream()
                        .filter(step -> step != null && step.isComplete())
                        .collect(Collectors.toCollection(ArrayList::new));
        return this;
    }

    /** The record of a build, or null if it has used none of the plugin's steps. */
    public static GoModulesRecord of(Run<?, ?> build) {
        return build.getAction(GoModulesRecord.class);
    }

    /** The record of a build; made if it has none. */
    static GoModulesRecord in(Run<?, ?> build) {
        synchronized (build) {
            GoModulesRecord known = of(build);
            if (known == null) {
                known = new GoModulesRecord();
                build.addAction(known);
            }
            return known;
        }
    }

    /** What each step did, in the order in which they ended. */
    @Exported(inline = true)
    public List<StepRecord> getSteps() {
        return List.copyOf(steps);
    }

    /**
     * Changes what is known of a step, or adds it. What was there is never changed itself: it may be on its way to a file.
     *
     * @param fresh the step as it is when nothing is known of it
     */
    synchronized void update(StepRecord fresh, UnaryOperator<StepRecord> change) {
        ArrayList<StepRecord> all = new ArrayList<>(steps);
        StepRecord known = fresh;
        for (StepRecord each : steps) {
            if (each.isOf(fresh)) {
                known = each.copy();
                all.remove(each);
            }
        }
        all.add(change.apply(known));
        if (all.size() > MAX_STEPS) {
            int dropped = 0;
            while (dropped < all.size() - 1 && all.get(dropped).isFailed()) {
                dropped++;
            }
            all.remove(dropped);
        }
        steps = all;
    }

    /** What a step did; null if nothing is known of it. */
    StepRecord step(String nodeId) {
        for (StepRecord each : steps) {
            if (each.getNodeId().equals(nodeId)) {
                return each;
            }
        }
        return null;
    }

    /** The modules that the steps knew to be private: GOPRIVATE of all of them, as one list of patterns. */
    public String getPrivateModules() {
        Set<String> patterns = new LinkedHashSet<>();
        for (StepRecord step : steps) {
            if (!step.getPrivateModules().isEmpty()) {
                patterns.add(step.getPrivateModules());
            }
        }
        return String.join(",", patterns);
    }

    /** The hosts that the steps had credentials for. */
    public Set<String> getHosts() {
        Set<String> hosts = new HashSet<>();
        steps.forEach(step -> hosts.addAll(step.getHosts()));
        return hosts;
    }

    /** What is known of the build besides its log. */
    public ClassifierContext classifierContext() {
        return new ClassifierContext(ModulePatterns.parse(getPrivateModules()), getHosts(), List.of());
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
