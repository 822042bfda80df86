package io.jenkins.plugins.gomodules.jenkins.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.util.XStream2;
import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goenv.HostOs;
import io.jenkins.plugins.gomodules.goenv.ProcessVariables;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoProxy;
import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.jenkins.config.SettingsLayer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each place wins over the next one further out, for each kind of setting. */
class SettingsInForceTest {
    /** All places, from the inside out, as logs call them. */
    private enum From {
        STEP("step parameter"),
        PIPELINE("Pipeline"),
        JOB("job team/app"),
        INNER("folder team/inner"),
        OUTER("folder team"),
        GLOBAL("global configuration"),
        AGENT("environment of the agent"),
        NOBODY("default");

        private final String words;

        From(String words) {
            this.words = words;
        }

        private boolean isLayer() {
            return compareTo(JOB) >= 0 && compareTo(GLOBAL) <= 0;
        }
    }

    /** Some places have a say: each a value of its own. */
    private static final class Situation {
        private final Set<From> places;
        private final Set<Overridable> locked = EnumSet.noneOf(Overridable.class);

        Situation(Set<From> places) {
            this.places = places;
        }

        /** What one place says: its name, so that it can be told apart. */
        private String value(From place) {
            return "https://" + place.name().toLowerCase(Locale.ROOT) + ".example";
        }

        private List<SettingsLayer> layers(BiConsumer<GoModulesSettings, From> set) {
            List<SettingsLayer> layers = new ArrayList<>();
            for (From each : places) {
                if (each.isLayer()) {
                    GoModulesSettings settings = new GoModulesSettings();
                    set.accept(settings, each);
                    layers.add(new SettingsLayer(each.words, settings));
                }
            }
            return layers;
        }

        private Setting variable(String name, BiConsumer<GoModulesSettings, From> set) throws AbortException {
            EnvVars agent = new EnvVars("GOENV", "off");
            if (places.contains(From.AGENT)) {
                agent.put(name, value(From.AGENT));
            }
            EnvVars env = new EnvVars(agent);
            if (places.contains(From.PIPELINE)) {
                env.put(name, value(From.PIPELINE));
            }
            StepPlace place = new StepPlace(null, env, agent, StepPlace.PIPELINE, null, "agent one");
            Map<String, String> own = places.contains(From.STEP) ? Map.of(name, value(From.STEP)) : Map.of();
            SettingsInForce found =
                    find(new StepSettings(own, null, Map.of(), List.of(), List.of()), place, layers(set));
            return GoEnvironment.builder()
                    .os(HostOs.UNIX)
                    .environment(new ProcessVariables(env, StepPlace.AGENT, found.origins()))
                    .given(found.variables())
                    .build()
                    .setting(name);
        }

        private SettingsInForce find(StepSettings own, StepPlace place, List<SettingsLayer> layers)
                throws AbortException {
            return SettingsInForce.find(own, place, layers, setting -> !locked.contains(setting), null);
        }
    }

    static Stream<Arguments> neighbours() {
        List<Arguments> all = new ArrayList<>();
        for (From place : From.values()) {
            if (place != From.NOBODY) {
                all.add(Arguments.of(place, EnumSet.range(place, From.AGENT)));
                all.add(Arguments.of(place, EnumSet.of(place)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theInnermostVariableWins(From winner, Set<From> places) throws AbortException {
        Situation situation = new Situation(places);
        Setting setting =
                situation.variable("GOPRIVATE", (settings, place) -> settings.setGoprivate(situation.value(place)));
        assertEquals(situation.value(winner), setting.value());
        assertEquals(winner == From.STEP ? "step parameter goprivate" : winner.words, setting.origin());
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theInnermostProxyListReplacesTheOthers(From winner, Set<From> places) throws AbortException {
        Situation situation = new Situation(places);
        Setting setting = situation.variable("GOPROXY", (settings, place) -> {
            GoProxy first = new GoProxy(situation.value(place));
            first.setNext(GoProxy.ANY_ERROR);
            settings.setProxies(List.of(first, new GoProxy("direct")));
        });
        assertEquals(situation.value(winner) + (winner.isLayer() ? "|direct" : ""), setting.value());
        assertEquals(winner == From.STEP ? "step parameter goproxy" : winner.words, setting.origin());
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theInnermostNumberWins(From winner, Set<From> places) throws AbortException {
        Situation situation = new Situation(places);
        Map<Overridable, Integer> own =
                places.contains(From.STEP) ? Map.of(Overridable.RETRIES, From.STEP.ordinal()) : Map.of();
        SettingsInForce found = situation.find(
                new StepSettings(Map.of(), null, own, List.of(), List.of()),
                new StepPlace(null, new EnvVars(), new EnvVars(), StepPlace.PIPELINE, null, "agent one"),
                situation.layers((settings, place) -> settings.setRetries(place.ordinal())));
        // Neither a Pipeline nor an agent's environment has numbers.
        Optional<From> expected = winner == From.PIPELINE && places.size() > 1
                ? Optional.of(From.JOB)
                : Optional.of(winner).filter(place -> place == From.STEP || place.isLayer());
        assertEquals(expected.map(From::ordinal), found.number(Overridable.RETRIES));
        assertEquals(
                expected.map(place -> place == From.STEP ? "step parameter retries" : place.words),
                found.shown().stream().map(Setting::origin).findFirst());
    }

    @Test
    void nobodySetsAnythingAndTheGoCommandsDefaultsHold() throws AbortException {
        Setting setting = new Situation(EnumSet.noneOf(From.class)).variable("GOSUMDB", (settings, place) -> {});
        assertEquals(new Setting("GOSUMDB", "sum.golang.org", "default"), setting);
    }

    @Test
    void aStepThatSetsWhatIsLockedIsRefused() {
        Situation situation = new Situation(EnumSet.of(From.STEP, From.GLOBAL));
        situation.locked.add(Overridable.GOPRIVATE);
        AbortException e = assertThrows(
                AbortException.class,
                () -> situation.variable("GOPRIVATE", (settings, place) -> settings.setGoprivate("x")));
        assertTrue(e.getMessage().startsWith("goprivate: an administrator has locked"), e::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"PIPELINE,GLOBAL", "JOB,GLOBAL", "JOB,AGENT", "PIPELINE,AGENT"})
    void whatJobsSetIsIgnoredWhereItIsLocked(From ignored, From winner) throws AbortException {
        Situation situation = new Situation(EnumSet.of(ignored, winner));
        situation.locked.add(Overridable.GOPRIVATE);
        Setting setting =
                situation.variable("GOPRIVATE", (settings, place) -> settings.setGoprivate(situation.value(place)));
        assertEquals(new Setting("GOPRIVATE", situation.value(winner), winner.words), setting);
    }

    @Test
    void whatIsLockedCannotBeTakenAwayEither() throws AbortException {
        Situation situation = new Situation(Set.of());
        situation.locked.add(Overridable.GOPRIVATE);
        StepPlace place = new StepPlace(
                null,
                new EnvVars("GOPRIVATE", ""),
                new EnvVars("GOPRIVATE", "git.corp.example"),
                StepPlace.PIPELINE,
                null,
                "agent one");
        SettingsInForce found =
                situation.find(new StepSettings(Map.of(), null, Map.of(), List.of(), List.of()), place, List.of());
        assertEquals(
                new Given("git.corp.example", StepPlace.AGENT),
                found.variables().get("GOPRIVATE"));
        assertEquals(1, found.warnings().size());
    }

    /** As a file that was written by hand may have it. */
    @Test
    void anUnknownHttpProxyIsNotTakenForTheUsualOne() {
        String xml =
                "<settings class='" + GoModulesSettings.class.getName() + "'><httpProxy>jenkns</httpProxy></settings>";
        GoModulesSettings settings = (GoModulesSettings) new XStream2().fromXML(xml);
        Situation situation = new Situation(Set.of());
        AbortException e = assertThrows(
                AbortException.class,
                () -> situation.find(
                        new StepSettings(Map.of(), null, Map.of(), List.of(), List.of()),
                        new StepPlace(null, new EnvVars(), new EnvVars(), "", null, ""),
                        List.of(new SettingsLayer("job app", settings))));
        assertTrue(e.getMessage().contains("jenkns"));
    }

    @Test
    void foldersMaySetWhatIsLocked() throws AbortException {
        Situation situation = new Situation(EnumSet.of(From.OUTER, From.GLOBAL));
        situation.locked.addAll(EnumSet.allOf(Overridable.class));
        Setting setting =
                situation.variable("GOPRIVATE", (settings, place) -> settings.setGoprivate(situation.value(place)));
        assertEquals(From.OUTER.words, setting.origin());
    }

    @Test
    void thatSomethingIsIgnoredIsSaid() throws AbortException {
        Situation situation = new Situation(EnumSet.of(From.JOB));
        situation.locked.addAll(EnumSet.of(Overridable.GOPRIVATE, Overridable.RETRIES));
        StepPlace place = new StepPlace(
                null, new EnvVars("GOPRIVATE", "a.example"), new EnvVars(), StepPlace.PIPELINE, null, "agent one");
        List<String> warnings = situation
                .find(
                        new StepSettings(Map.of(), null, Map.of(), List.of(), List.of()),
                        place,
                        situation.layers((settings, from) -> settings.setRetries(1)))
                .warnings();
        assertEquals(2, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).startsWith("GOPRIVATE (Pipeline) is ignored"), warnings::toString);
        assertTrue(warnings.get(1).startsWith("retries (job team/app) is ignored"), warnings::toString);
    }

    /** A block around the step has exported what it found in the folder itself. */
    @Test
    void whatABlockExportsKeepsItsOrigin() throws AbortException {
        Situation situation = new Situation(EnumSet.of(From.OUTER));
        StepPlace place = new StepPlace(
                null, new EnvVars("GOPRIVATE", "a.example"), new EnvVars(), StepPlace.PIPELINE, null, "agent one");
        SettingsInForce found = situation.find(
                new StepSettings(Map.of(), null, Map.of(), List.of(), List.of()),
                place,
                situation.layers((settings, from) -> settings.setGoprivate("a.example")));
        assertEquals(Map.of("GOPRIVATE", "folder team"), found.origins());
    }

    @ParameterizedTest
    @CsvSource({"param,pipeline,node,step parameter modCache", ",pipeline,node,", ",,node,agent one", ",,,"})
    void theModuleCacheOfAnAgentIsForWhoeverNamesNone(String param, String pipeline, String node, String origin)
            throws AbortException {
        EnvVars agent = new EnvVars("GOMODCACHE", "/agent");
        EnvVars env = new EnvVars(agent);
        if (pipeline != null) {
            env.put("GOMODCACHE", pipeline);
        }
        SettingsInForce found = new Situation(Set.of())
                .find(
                        new StepSettings(
                                param == null ? Map.of() : Map.of("GOMODCACHE", param),
                                null,
                                Map.of(),
                                List.of(),
                                List.of()),
                        new StepPlace(null, env, agent, StepPlace.PIPELINE, node, "agent one"),
                        List.of());
        assertEquals(
                Optional.ofNullable(origin),
                Optional.ofNullable(found.variables().get("GOMODCACHE")).map(Given::origin));
    }

    @Test
    void aChoiceOfHttpProxyThatIsNoneIsRefused() {
        AbortException e = assertThrows(
                AbortException.class,
                () -> new Situation(Set.of())
                        .find(
                                new StepSettings(Map.of(), "corporate", Map.of(), List.of(), List.of()),
                                new StepPlace(null, new EnvVars(), new EnvVars(), "", null, ""),
                                List.of()));
        assertFalse(e.getMessage().isEmpty());
        assertTrue(e.getMessage().contains("corporate"), e::getMessage);
    }
}
