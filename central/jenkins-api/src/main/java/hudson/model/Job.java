package hudson.model;

import hudson.security.ACL;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    /** In memory: they do not outlive the session. */
    private final List<JobProperty<? super JobT>> properties = new CopyOnWriteArrayList<>();

    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @SuppressWarnings("unchecked")
    public void addProperty(JobProperty<? super JobT> jobProp) throws IOException {
        ((JobProperty) jobProp).setOwner(this);
        properties.add(jobProp);
    }

    public <T extends JobProperty> T getProperty(Class<T> clazz) {
        return properties.stream()
                .filter(clazz::isInstance)
                .map(clazz::cast)
                .findFirst()
                .orElse(null);
    }

    public List<JobProperty<? super JobT>> getAllProperties() {
        return List.copyOf(properties);
    }

    public abstract RunT getLastBuild();

    public RunT getLastCompletedBuild() {
        RunT build = getLastBuild();
        while (build != null && build.isBuilding()) {
            build = build.getPreviousBuild();
        }
        return build;
    }

    public abstract RunT getBuildByNumber(int n);
}
