package hudson.security;

import hudson.model.AbstractItem;
import hudson.model.Job;

/** Who may do what in all of Jenkins. */
public abstract class AuthorizationStrategy {
    /** Everybody may do everything: Jenkins before it is set up. */
    public static final AuthorizationStrategy UNSECURED = new AuthorizationStrategy() {
        @Override
        public ACL getRootACL() {
            return ACL.lambda2((a, p) -> true);
        }
    };

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> project) {
        return getRootACL();
    }

    public ACL getACL(AbstractItem item) {
        return getRootACL();
    }
}
