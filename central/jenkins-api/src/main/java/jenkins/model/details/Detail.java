package jenkins.model.details;

import hudson.model.Actionable;
import hudson.model.ModelObject;
import org.jenkins.ui.icon.IconSpec;

public abstract class Detail implements ModelObject, IconSpec {
    private final Actionable object;

    public Detail(Actionable object) {
        this.object = object;
    }

    public Actionable getObject() {
        return object;
    }

    @Override
    public String getIconClassName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    public String getLink() {
        return null;
    }

    public int getOrder() {
        return Integer.MAX_VALUE;
    }
}
