package com.cloudbees.plugins.credentials;

/** System credentials are for Jenkins itself: no build sees them. */
public enum CredentialsScope {
    SYSTEM,
    GLOBAL,
    USER
}
