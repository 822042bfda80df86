package io.jenkins.plugins.gomodules.jenkins.force;

import hudson.EnvVars;
import hudson.ProxyConfiguration;
import hudson.Util;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.git.Login;
import io.jenkins.plugins.gomodules.goenv.HttpProxyVariables;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which HTTP proxy a step takes: what that means for the variables of its processes. */
final class HttpProxyChoice {
    /** All variables that decide it, in both cases of their names. */
    static final Set<String> VARIABLES = Set.copyOf(HttpProxyVariables.none().keySet());

    private static final Set<String> CHOICES = Set.of(
            GoModulesSettings.HTTP_PROXY_OF_AGENT,
            GoModulesSettings.HTTP_PROXY_OF_JENKINS,
            GoModulesSettings.NO_HTTP_PROXY);

    private static final Pattern SEPARATORS = Pattern.compile("[ \t\r\n,|]+");
    private static final Pattern NETWORK = Pattern.compile("(\\d{1,3}\\.){1,3}\\*");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private HostSecret login;

    private HttpProxyChoice() {}

    static boolean exists(String choice) {
        return CHOICES.contains(choice);
    }

    /**
     * @param choice as in {@link GoModulesSettings}
     * @param jenkins what Jenkins itself uses, or null if it uses none
     * @param withLogin whether builds may have its login, which is an administrator's to say: a block can print it
     */
    static HttpProxyChoice of(String choice, StepPlace place, ProxyConfiguration jenkins, boolean withLogin) {
        if (choice.equals(GoModulesSettings.HTTP_PROXY_OF_JENKINS)) {
            return ofJenkins(jenkins, withLogin);
        }
        HttpProxyChoice made = new HttpProxyChoice();
        if (choice.equals(GoModulesSettings.HTTP_PROXY_OF_AGENT)) {
            made.takeFromAgent(place);
        } else {
            made.variables.putAll(HttpProxyVariables.none());
        }
        return made;
    }

    /** The same as Jenkins, or none if Jenkins itself uses none: null. */
    static HttpProxyChoice ofJenkins(ProxyConfiguration jenkins, boolean withLogin) {
        HttpProxyChoice made = new HttpProxyChoice();
        if (jenkins == null || Util.fixEmptyAndTrim(jenkins.getName()) == null) {
            made.variables.putAll(HttpProxyVariables.none());
        } else {
            made.takeFrom(jenkins, withLogin);
        }
        return made;
    }

    /** The values, perhaps with a login in them; nothing where the environment has the right ones. */
    Map<String, String> variables() {
        return variables;
    }

    /** What must not show. */
    Optional<HostSecret> login() {
        return Optional.ofNullable(login);
    }

    List<String> warnings() {
        return warnings;
    }

    private void takeFromAgent(StepPlace place) {
        EnvVars agent = place.ofAgent();
        VARIABLES.stream().filter(place::sets).forEach(name -> variables.put(name, agent.get(name, "")));
    }

    private void takeFrom(ProxyConfiguration jenkins, boolean withLogin) {
        String user = Util.fixNull(Util.fixEmptyAndTrim(jenkins.getUserName()));
        String password = user.isEmpty() || jenkins.getSecretPassword() == null
                ? ""
                : jenkins.getSecretPassword().getPlainText();
        if (!withLogin && !user.isEmpty()) {
            warnings.add(Messages.HttpProxyChoice_loginKept());
            user = "";
            password = "";
        }
        if (!password.isEmpty()) {
            try {
                login = new Login(user, password);
            } catch (IllegalArgumentException e) {
                warnings.add(Messages.HttpProxyChoice_login(e.getMessage()));
                user = "";
                password = "";
            }
        }
        variables.putAll(HttpProxyVariables.of(
                jenkins.getName().trim(), jenkins.getPort(), user, password, exceptions(jenkins.getNoProxyHost())));
    }

    /**
     * Hosts as NO_PROXY names them. Jenkins has patterns with a {@code *} anywhere; of those, NO_PROXY has the domains and
     * the networks.
     */
    private List<String> exceptions(String patterns) {
        List<String> exceptions = new ArrayList<>();
        for (String pattern : SEPARATORS.split(Util.fixNull(patterns).trim())) {
            String rest = pattern.startsWith("*") ? pattern.substring(1) : pattern;
            if (pattern.isEmpty()) {
                continue;
            }
            if (pattern.equals("*") || pattern.indexOf('*') < 0) {
                exceptions.add(pattern);
            } else if (rest.startsWith(".") && rest.indexOf('*') < 0) {
                exceptions.add(rest);
            } else if (NETWORK.matcher(pattern).matches()) {
                exceptions.add(network(pattern));
            } else {
                warnings.add(Messages.HttpProxyChoice_exception(pattern));
            }
        }
        return exceptions;
    }

    /** {@code 10.*} as {@code 10.0.0.0/8}. */
    private static String network(String pattern) {
        String known = pattern.substring(0, pattern.length() - 2);
        int parts = known.split("\\.").length;
        return known + ".0".repeat(4 - parts) + "/" + 8 * parts;
    }
}
