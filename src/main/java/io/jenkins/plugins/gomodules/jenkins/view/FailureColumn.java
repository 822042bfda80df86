package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.Run;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Why a job's last build failed; empty if it did not, or nobody knows. */
public class FailureColumn extends ListViewColumn {
    @DataBoundConstructor
    public FailureColumn() {}

    /** The cause, with a link that is relative to the job's page; null if there is none. */
    public TrendCell causeOf(Job<?, ?> job) {
        Run<?, ?> last = job.getLastCompletedBuild();
        GoFailureAction action = last == null ? null : GoFailureAction.of(last);
        CauseCard root = action == null ? null : FailurePage.of(action).getRoot();
        return root == null
                ? null
                : new TrendCell(last.getDisplayName(), last.getNumber() + "/" + root.getPage(), root.getTitle());
    }

    /** For whoever wants it: most views show jobs that have nothing to do with Go. */
    @Symbol("goFailureCause")
    @Extension
    public static final class DescriptorImpl extends ListViewColumnDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.FailureColumn_displayName();
        }

        @Override
        public boolean shownByDefault() {
            return false;
        }
    }
}
