package io.jenkins.plugins.gomodules.jenkins.config;

import java.util.Objects;

/**
 * Settings of one place.
 *
 * @param origin the place as build logs name it: {@code job team/app}, {@code folder team}, {@code global configuration}
 * @param settings what is set there
 */
public record SettingsLayer(String origin, GoModulesSettings settings) {
    public SettingsLayer {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(settings, "settings");
    }
}
