package hudson.model;

import hudson.security.ACL;
import jenkins.model.Jenkins;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    public abstract RunT getLastBuild();

    public abstract RunT getBuildByNumber(int n);
}
