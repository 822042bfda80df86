package io.jenkins.plugins.gomodules.jenkins.force;

import hudson.AbortException;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.jenkins.config.SettingsLayer;
import io.jenkins.plugins.gomodules.jenkins.config.SettingsLayers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jenkins.model.Jenkins;

/** The settings of one step, and where each comes from. */
public final class SettingsInForce {
    private final StepSettings own;
    private final StepPlace place;
    private final List<SettingsLayer> layers;
    private final Predicate<Overridable> mayOverride;
    private final ProxyConfiguration httpProxyOfJenkins;
    private final Map<String, Given> variables = new LinkedHashMap<>();
    private final Map<String, String> origins;
    private final Map<Overridable, Integer> numbers = new EnumMap<>(Overridable.class);
    private final List<Setting> shown = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private List<SettingsLayer> hostLayers = List.of();
    private HostSecret httpProxyLogin;

    private SettingsInForce(
            StepSettings own,
            StepPlace place,
            List<SettingsLayer> layers,
            Predicate<Overridable> mayOverride,
            ProxyConfiguration httpProxyOfJenkins) {
        this.own = own;
        this.place = place;
        this.layers = layers;
        this.mayOverride = mayOverride;
        this.httpProxyOfJenkins = httpProxyOfJenkins;
        origins = place.origins();
    }

    /**
     * Looks everything up.
     *
     * @throws AbortException with a sentence for the build's log, when the step sets what is locked, or a choice that is none
     */
    public static SettingsInForce find(StepSettings own, StepPlace place) throws AbortException {
        return find(
                own,
                place,
                SettingsLayers.of(place.run().getParent()),
                GoModulesConfiguration.get()::mayOverride,
                Jenkins.get().getProxy());
    }

    static SettingsInForce find(
            StepSettings own,
            StepPlace place,
            List<SettingsLayer> layers,
            Predicate<Overridable> mayOverride,
            ProxyConfiguration httpProxyOfJenkins)
            throws AbortException {
        SettingsInForce found = new SettingsInForce(own, place, layers, mayOverride, httpProxyOfJenkins);
        found.look();
        return found;
    }

    /** What to give variables, in the place of what the environment has. */
    public Map<String, Given> variables() {
        return Map.copyOf(variables);
    }

    /** Who sets variables of the environment, where it is not the agent, by their names. */
    public Map<String, String> origins() {
        return Map.copyOf(origins);
    }

    /** A number that is set somewhere. */
    public Optional<Integer> number(Overridable setting) {
        return Optional.ofNullable(numbers.get(setting));
    }

    /** What there is to say about settings that are no variables. */
    public List<Setting> shown() {
        return List.copyOf(shown);
    }

    /** What is not as somebody meant it; sentences. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The variables that say which HTTP proxy to use. */
    public static Set<String> httpProxyVariables() {
        return HttpProxyChoice.VARIABLES;
    }

    /**
     * The variables that lead to the HTTP proxy of Jenkins as it is now, with its login: secret. Their names are those that
     * every program reads.
     */
    public static Map<String, String> httpProxyOfJenkins() {
        Map<String, String> variables = new LinkedHashMap<>();
        HttpProxyChoice.ofJenkins(Jenkins.get().getProxy(), true).variables().forEach((name, value) -> {
            if (isReadByAll(name)) {
                variables.put(name, value);
            }
        });
        return variables;
    }

    /** An environment of Jenkins has a name in one case only; of those of an HTTP proxy, curl reads the lower case. */
    private static boolean isReadByAll(String name) {
        return !HttpProxyChoice.VARIABLES.contains(name) || Character.isLowerCase(name.charAt(0));
    }

    /** The variables as a block sets them, without those of an HTTP proxy that has a login. */
    public Map<String, String> forBlock() {
        Map<String, String> block = new LinkedHashMap<>();
        variables.forEach((name, given) -> {
            if (isReadByAll(name) && (httpProxyLogin == null || !HttpProxyChoice.VARIABLES.contains(name))) {
                block.put(name, given.value());
            }
        });
        return block;
    }

    /** The login of the HTTP proxy, which is in the values of variables then. */
    public Optional<HostSecret> httpProxyLogin() {
        return Optional.ofNullable(httpProxyLogin);
    }

    /** The hosts, with their credentials as the build may use them. */
    public HostsInForce hosts() throws AbortException {
        return HostsInForce.bind(place.run(), own, hostLayers);
    }

    private void look() throws AbortException {
        if (!own.hosts().isEmpty() && !mayOverride.test(Overridable.HOSTS)) {
            throw locked(Overridable.HOSTS);
        }
        for (Overridable setting : Overridable.values()) {
            switch (setting) {
                case HTTP_PROXY -> httpProxy();
                case HOSTS ->
                    hostLayers =
                            layersFor(setting, settings -> !settings.allHosts().isEmpty());
                case CONNECT_TIMEOUT -> number(setting, GoModulesSettings::getConnectTimeout);
                case READ_TIMEOUT -> number(setting, GoModulesSettings::getReadTimeout);
                case TIMEOUT -> number(setting, GoModulesSettings::getTimeout);
                case RETRIES -> number(setting, GoModulesSettings::getRetries);
                case PARALLELISM -> number(setting, GoModulesSettings::getParallelism);
                default -> variable(setting, setting.name());
            }
        }
        moduleCache();
    }

    private void variable(Overridable setting, String name) throws AbortException {
        String value = own.variables().get(name);
        if (value != null) {
            variables.put(name, new Given(value, parameter(setting)));
            return;
        }
        Optional<Given> configured =
                first(setting, settings -> settings.variables().get(name));
        if (!place.sets(name)) {
            configured.ifPresent(given -> variables.put(name, given));
            if (configured.isEmpty() && place.blanks(name) && !mayOverride.test(setting)) {
                takeBack(name);
            }
        } else if (configured.isPresent()
                && configured.get().value().equals(place.environment().get(name))) {
            // A block around the step has set what it found here itself.
            origins.put(name, configured.get().origin());
        } else if (!mayOverride.test(setting)) {
            takeBack(name);
            configured.ifPresent(given -> variables.put(name, given));
        }
    }

    /** What is locked stays as the agent has it. */
    private void takeBack(String name) {
        warnings.add(Messages.SettingsInForce_ignored(name, place.around()));
        variables.put(name, new Given(place.ofAgent().get(name, ""), StepPlace.AGENT));
    }

    private void moduleCache() {
        String name = "GOMODCACHE";
        String value = own.variables().get(name);
        if (value != null) {
            variables.put(name, new Given(value, StepSettings.origin(StepSettings.parameterOf(name))));
        } else if (place.modCache() != null && !place.sets(name)) {
            variables.put(name, new Given(place.modCache(), place.node()));
        }
    }

    private void number(Overridable setting, Function<GoModulesSettings, Integer> field) throws AbortException {
        Integer value = own.numbers().get(setting);
        String origin = value == null ? "" : parameter(setting);
        if (value == null) {
            Optional<SettingsLayer> layer = firstLayer(setting, settings -> field.apply(settings) != null);
            if (layer.isEmpty()) {
                return;
            }
            value = field.apply(layer.get().settings());
            origin = layer.get().origin();
        }
        numbers.put(setting, value);
        shown.add(new Setting(setting.id(), value.toString(), origin));
    }

    private void httpProxy() throws AbortException {
        Overridable setting = Overridable.HTTP_PROXY;
        Given choice = null;
        if (own.httpProxy() != null) {
            if (!HttpProxyChoice.exists(own.httpProxy())) {
                throw new AbortException(Messages.SettingsInForce_httpProxy(own.httpProxy()));
            }
            choice = new Given(own.httpProxy(), parameter(setting));
        } else {
            Optional<Given> configured = first(setting, GoModulesSettings::getHttpProxy);
            if (configured.isPresent()
                    && !HttpProxyChoice.exists(configured.get().value())) {
                throw new AbortException(
                        Messages.SettingsInForce_httpProxy(configured.get().value()));
            }
            boolean set = HttpProxyChoice.VARIABLES.stream().anyMatch(place::sets);
            if (!set) {
                choice = configured.orElse(null);
            } else if (!mayOverride.test(setting)) {
                choice = configured.orElse(new Given(GoModulesSettings.HTTP_PROXY_OF_AGENT, StepPlace.AGENT));
            }
        }
        if (choice != null) {
            HttpProxyChoice made = HttpProxyChoice.of(choice.value(), place, httpProxyOfJenkins, givesHttpProxyLogin());
            String origin = choice.origin();
            made.variables().forEach((name, value) -> variables.put(name, new Given(value, origin)));
            warnings.addAll(made.warnings());
            httpProxyLogin = made.login().orElse(null);
        }
    }

    /** Administrators do so by choosing the proxy of Jenkins for all builds; folders and jobs cannot. */
    private boolean givesHttpProxyLogin() {
        return layers.stream()
                .filter(layer -> layer.origin().equals(SettingsLayers.GLOBAL))
                .anyMatch(layer -> GoModulesSettings.HTTP_PROXY_OF_JENKINS.equals(
                        layer.settings().getHttpProxy()));
    }

    private String parameter(Overridable setting) throws AbortException {
        if (!mayOverride.test(setting)) {
            throw locked(setting);
        }
        return StepSettings.origin(setting.id());
    }

    private static AbortException locked(Overridable setting) {
        return new AbortException(Messages.SettingsInForce_locked(setting.id()));
    }

    private Optional<Given> first(Overridable setting, Function<GoModulesSettings, String> field) {
        return firstLayer(setting, settings -> field.apply(settings) != null)
                .map(layer -> new Given(field.apply(layer.settings()), layer.origin()));
    }

    private Optional<SettingsLayer> firstLayer(Overridable setting, Predicate<GoModulesSettings> isSet) {
        return layersFor(setting, isSet).stream()
                .filter(layer -> isSet.test(layer.settings()))
                .findFirst();
    }

    /** The layers that may have a say; that one is there which may not is worth a line. */
    private List<SettingsLayer> layersFor(Overridable setting, Predicate<GoModulesSettings> isSet) {
        if (mayOverride.test(setting)) {
            return layers;
        }
        List<SettingsLayer> allowed = new ArrayList<>();
        for (SettingsLayer layer : layers) {
            if (!layer.isOfJob()) {
                allowed.add(layer);
            } else if (isSet.test(layer.settings())) {
                warnings.add(Messages.SettingsInForce_ignored(setting.id(), layer.origin()));
            }
        }
        return allowed;
    }
}
