package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.goenv.HttpProxyVariables;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a test has in the place of those of its machine: as a build would, of all jobs. */
final class TestVariables {
    private TestVariables() {}

    /** May hold the login of an HTTP proxy: secret. */
    static Map<String, String> of(GoModulesSettings settings) {
        Map<String, String> variables = new LinkedHashMap<>(settings.variables());
        if (GoModulesSettings.NO_HTTP_PROXY.equals(settings.getHttpProxy())) {
            variables.putAll(HttpProxyVariables.none());
        }
        return variables;
    }
}
