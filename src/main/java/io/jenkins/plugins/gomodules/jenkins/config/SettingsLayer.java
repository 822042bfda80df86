package io.jenkins.plugins.gomodules.jenkins.config;

import java.util.Objects;

/**
 * Settings of one place.
 *
 * @param origin the place as build logs name it: {@code job team/app}, {@code folder team}, {@code global configuration}
 * @param settings what is set there
 */
public record SettingsLayer(String origin, GoModulesSettings settings) {
    private static final String JOB = "job ";

    public SettingsLayer {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(settings, "settings");
    }

    /** Settings of a job, which are subject to what an administrator allows jobs to override. */
    static SettingsLayer ofJob(String name, GoModulesSettings settings) {
        return new SettingsLayer(JOB + name, settings);
    }

    /** Whether it is a job that sets this. */
    public boolean isOfJob() {
        return origin.startsWith(JOB);
    }
}
