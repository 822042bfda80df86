package hudson.security;

/** What a permission is about. */
public final class PermissionScope {
    public static final PermissionScope JENKINS = new PermissionScope(jenkins.model.Jenkins.class);
    public static final PermissionScope ITEM = new PermissionScope(hudson.model.Item.class, JENKINS);

    public static final PermissionScope RUN = new PermissionScope(hudson.model.Run.class, ITEM);

    public final Class<?> modelClass;

    public PermissionScope(Class<?> modelClass, PermissionScope... containers) {
        this.modelClass = modelClass;
    }
}
