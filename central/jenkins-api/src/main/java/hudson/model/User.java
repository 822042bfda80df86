package hudson.model;

import hudson.security.ACL;
import io.jenkins.standin.Identity;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Somebody; here no more than a name. */
public class User implements ModelObject {
    private final String id;

    private User(String id) {
        this.id = id;
    }

    public static User getById(String id, boolean create) {
        return create ? new User(id) : null;
    }

    public static User current() {
        Authentication a = Jenkins.getAuthentication2();
        return a.equals(ACL.SYSTEM2) ? null : new User(a.getName());
    }

    public String getId() {
        return id;
    }

    @Override
    public String getDisplayName() {
        return id;
    }

    public Authentication impersonate2() {
        return new Identity(id);
    }
}
