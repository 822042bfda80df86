package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.probe.TargetReport;
import java.util.List;

/** One server that was tested, as the page shows it. */
public final class TargetView {
    private final TargetReport target;

    TargetView(TargetReport target) {
        this.target = target;
    }

    public String getName() {
        return target.name();
    }

    /** The HTTP proxy on the way; may be empty. */
    public String getRoute() {
        return target.route();
    }

    public List<StageView> getStages() {
        return target.stages().stream().map(StageView::new).toList();
    }
}
