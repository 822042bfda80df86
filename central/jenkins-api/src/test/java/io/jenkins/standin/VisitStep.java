package io.jenkins.standin;

import hudson.Extension;
import hudson.model.TaskListener;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code visit(places: […])} says where it has been. */
public class VisitStep extends Step {
    private List<Place> places = List.of();

    @DataBoundConstructor
    public VisitStep() {}

    public List<Place> getPlaces() {
        return places;
    }

    @DataBoundSetter
    public void setPlaces(List<Place> places) {
        this.places = places;
    }

    @Override
    public StepExecution start(StepContext context) {
        String text = places.stream()
                .map(place -> place.getName() + " of " + place.getSize())
                .collect(Collectors.joining(", ", "Been in ", "."));
        return new SynchronousNonBlockingStepExecution<String>(context) {
            private static final long serialVersionUID = 1L;

            @Override
            protected String run() throws Exception {
                getContext().get(TaskListener.class).getLogger().println(text);
                return text;
            }
        };
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "visit";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
