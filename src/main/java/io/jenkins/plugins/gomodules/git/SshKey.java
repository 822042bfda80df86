package io.jenkins.plugins.gomodules.git;

import java.util.List;

/** Private keys with one passphrase, for SSH. */
public final class SshKey implements HostSecret {
    private final String username;
    private final List<String> privateKeys;
    private final String passphrase;

    /**
     * Takes the keys as they are; they are looked at when they are used.
     *
     * @param username on the host; "" for {@code git}
     * @param passphrase "" for none
     * @throws IllegalArgumentException if the user name is none that ssh can take
     */
    public SshKey(String username, List<String> privateKeys, String passphrase) {
        SshUrl.checkUser("username", username);
        this.username = username;
        this.privateKeys = List.copyOf(privateKeys);
        this.passphrase = passphrase;
    }

    /** Never empty. */
    public String username() {
        return username.isEmpty() ? "git" : username;
    }

    public List<String> privateKeys() {
        return privateKeys;
    }

    public String passphrase() {
        return passphrase;
    }

    @Override
    public String kind() {
        return "SSH private key";
    }

    @Override
    public String toString() {
        return "SshKey[]";
    }
}
