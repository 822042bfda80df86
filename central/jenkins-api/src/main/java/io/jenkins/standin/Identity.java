package io.jenkins.standin;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** A name, and which of them the current thread acts for. */
public record Identity(String name) implements Authentication {
    private static final long serialVersionUID = 1L;

    public static final Identity SYSTEM = new Identity("SYSTEM");

    private static final ThreadLocal<Authentication> CURRENT = ThreadLocal.withInitial(() -> SYSTEM);

    public static Authentication current() {
        return CURRENT.get();
    }

    public static void become(Authentication identity) {
        CURRENT.set(identity);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getDetails() {
        return null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean value) {
        throw new UnsupportedOperationException("an identity does not change");
    }
}
