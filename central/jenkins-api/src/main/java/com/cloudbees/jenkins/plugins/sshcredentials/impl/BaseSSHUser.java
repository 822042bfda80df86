package com.cloudbees.jenkins.plugins.sshcredentials.impl;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUser;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;

public class BaseSSHUser extends BaseStandardCredentials implements SSHUser {
    private static final long serialVersionUID = 1L;

    protected final String username;
    private boolean usernameSecret;

    public BaseSSHUser(CredentialsScope scope, String id, String username, String description) {
        super(scope, id, description);
        this.username = username;
    }

    @Override
    public String getUsername() {
        return username == null || username.isEmpty() ? System.getProperty("user.name") : username;
    }

    @Override
    public boolean isUsernameSecret() {
        return usernameSecret;
    }

    public void setUsernameSecret(boolean usernameSecret) {
        this.usernameSecret = usernameSecret;
    }
}
