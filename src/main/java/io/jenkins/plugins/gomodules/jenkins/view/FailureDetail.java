package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.util.List;
import jenkins.model.details.Detail;
import jenkins.model.details.DetailFactory;

/** The cause of a failure among the details of a build, on Jenkins' new build page. */
public final class FailureDetail extends Detail {
    private final String title;

    private FailureDetail(Run<?, ?> build, String title) {
        super(build);
        this.title = title;
    }

    @Override
    public String getIconClassName() {
        return CauseCard.SYMBOL;
    }

    @Override
    public String getDisplayName() {
        return title;
    }

    @Override
    public String getLink() {
        return GoFailureAction.URL + "/";
    }

    /** Only builds whose cause is known have such a detail. */
    @SuppressWarnings("rawtypes")
    @Extension
    public static final class Factory extends DetailFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @Override
        public List<? extends Detail> createFor(Run build) {
            GoFailureAction action = GoFailureAction.of(build);
            CauseCard root = action == null ? null : FailurePage.of(action).getRoot();
            return root == null ? List.of() : List.of(new FailureDetail(build, root.getTitle()));
        }
    }
}
