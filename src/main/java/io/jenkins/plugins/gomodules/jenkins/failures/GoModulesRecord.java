package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Action;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** A step that runs again after a restart takes the place of what it was before. */
    synchronized void add(StepRecord step) {
        ArrayList<StepRecord> all = new ArrayList<>(steps);
        all.removeIf(known -> known.isOf(step));
        all.add(step);
        if (all.size() > MAX_STEPS) {
            int dropped = 0;
            while (dropped < all.size() - 1 && all.get(dropped).isFailed()) {
                dropped++;
            }
            all.remove(dropped);
        }
        steps = all;
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
