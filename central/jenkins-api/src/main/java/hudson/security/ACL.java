package hudson.security;

import hudson.model.User;
import io.jenkins.standin.Identity;
import java.util.function.BiFunction;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who may do what with one object. A thread that says nothing else acts as the system. */
public abstract class ACL {
    public static final String SYSTEM_USERNAME = "SYSTEM";
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final Authentication SYSTEM2 = Identity.SYSTEM;

    public abstract boolean hasPermission2(Authentication a, Permission permission);

    public final boolean hasPermission(Permission p) {
        Authentication a = Identity.current();
        return a.equals(SYSTEM2) || hasPermission2(a, p);
    }

    public final void checkPermission(Permission p) throws AccessDeniedException {
        if (!hasPermission(p)) {
            throw new AccessDeniedException3(Identity.current(), p);
        }
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> impl) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication a, Permission permission) {
                return a.equals(SYSTEM2) || impl.apply(a, permission);
            }
        };
    }

    public static ACLContext as2(Authentication auth) {
        Authentication before = Identity.current();
        Identity.become(auth);
        return new ACLContext(() -> Identity.become(before));
    }

    public static ACLContext as(User user) {
        return as2(user.impersonate2());
    }
}
