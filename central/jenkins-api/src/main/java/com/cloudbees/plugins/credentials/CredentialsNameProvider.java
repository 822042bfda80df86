package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** How credentials are called in drop-downs. Jenkins finds the provider by an annotation; here are the known kinds. */
public abstract class CredentialsNameProvider<C extends Credentials> {
    public abstract String getName(C credentials);

    public static String name(Credentials credentials) {
        if (!(credentials instanceof StandardCredentials standard)) {
            throw new UnsupportedOperationException("the stand-in has no name for " + credentials.getClass());
        }
        String description = Util.fixEmptyAndTrim(standard.getDescription());
        if (standard instanceof StringCredentials) {
            return description == null ? standard.getId() : description;
        }
        String name = standard.getId();
        if (standard instanceof StandardUsernameCredentials c) {
            if (c.isUsernameSecret()) {
                return c.getDescription();
            }
            name = c.getUsername() + (c instanceof StandardUsernamePasswordCredentials ? "/******" : "");
        }
        return name + (description == null ? "" : " (" + description + ")");
    }
}
