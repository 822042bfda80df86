package com.cloudbees.plugins.credentials.domains;

import hudson.Util;
import java.util.Locale;

/** Hosts by name, with {@code *} and {@code ?}. */
public class HostnameSpecification extends DomainSpecification {
    private static final long serialVersionUID = 1L;

    private final String includes;
    private final String excludes;

    public HostnameSpecification(String includes, String excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    public String getIncludes() {
        return includes;
    }

    public String getExcludes() {
        return excludes;
    }

    @Override
    public Result test(DomainRequirement requirement) {
        if (!(requirement instanceof HostnameRequirement host)) {
            return Result.UNKNOWN;
        }
        boolean in = includes == null || matches(includes, host.getHostname());
        return in && (excludes == null || !matches(excludes, host.getHostname())) ? Result.PARTIAL : Result.NEGATIVE;
    }

    private static boolean matches(String patterns, String host) {
        for (String pattern : patterns.split("[,\n ]")) {
            if (Util.fixEmptyAndTrim(pattern) != null) {
                String regex =
                        pattern.trim().replace(".", "\\.").replace("?", ".").replace("*", ".*");
                if (host.toLowerCase(Locale.ROOT).matches(regex.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
