package io.jenkins.plugins.gomodules.git;

import java.util.Locale;

/** A user name and a password or token, for HTTPS. */
public final class Login implements HostSecret {
    private final String username;
    private final String password;
    private final boolean token;

    /**
     * Takes a user name and password.
     *
     * @throws IllegalArgumentException if one of them holds a line break or NUL, or the user name a colon, which neither
     *     Git nor HTTP can carry; the message does not show the value
     */
    public Login(String username, String password) {
        this(username, password, false);
    }

    private Login(String username, String password, boolean token) {
        String what = token ? "the token" : "the password";
        check("the user name", username);
        check(what, password);
        if (username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name holds a colon, which a login over HTTPS cannot carry;"
                    + " put the user name alone into the credential");
        }
        this.username = username;
        this.password = password;
        this.token = token;
    }

    /**
     * A token, which most hosts take as the password of a user name that they prescribe.
     *
     * @param host where it is for; decides about the usual user name
     * @param username "" for the usual one: {@code oauth2} for GitLab, {@code x-token-auth} for Bitbucket, else
     *     {@code x-access-token}, which GitHub wants and Gitea, Forgejo and Azure DevOps take like any other
     * @throws IllegalArgumentException as the constructor
     */
    public static Login ofToken(String host, String username, String token) {
        return new Login(username.isEmpty() ? usualName(host.toLowerCase(Locale.ROOT)) : username, token, true);
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    /** Whether it came as a token alone. */
    public boolean isToken() {
        return token;
    }

    @Override
    public String kind() {
        return token ? "secret text" : "user name with password";
    }

    @Override
    public String toString() {
        return "Login[" + kind() + "]";
    }

    private static String usualName(String host) {
        if (host.contains("gitlab")) {
            return "oauth2";
        }
        return host.contains("bitbucket") ? "x-token-auth" : "x-access-token";
    }

    private static void check(String what, String value) {
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException(what + " holds a line break or a NUL, which Git cannot take; remove it"
                    + " from the credential (a final line break is easily pasted along)");
        }
    }
}
