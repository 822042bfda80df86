package hudson.model;

import hudson.security.ACL;
import jenkins.model.Jenkins;

public abstract class AbstractItem extends Actionable implements Item {
    private final ItemGroup<?> parent;
    protected String name;

    protected AbstractItem(ItemGroup parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @Override
    public ItemGroup<?> getParent() {
        return parent;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public final String getFullName() {
        String prefix = parent.getFullName();
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    public final String getUrl() {
        return "job/" + getFullName().replace("/", "/job/") + "/";
    }

    public final String getFullDisplayName() {
        return getFullName();
    }
}
