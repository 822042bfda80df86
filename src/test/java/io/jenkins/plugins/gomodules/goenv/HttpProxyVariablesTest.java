package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.gomodules.http.HttpProxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyVariablesTest {
    private static Optional<HttpProxy> proxyFor(String url, Map<String, String> variables) {
        return HttpProxySettings.of(HostOs.UNIX, variables).forUrl(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://modules.example/a", "https://modules.example/a"})
    void oneProxyForBothProtocols(String url) {
        Map<String, String> variables = HttpProxyVariables.of("proxy.example", 3128, "", "", List.of("intra.example"));
        assertEquals(Optional.of(new HttpProxy("http", "proxy.example", 3128, "")), proxyFor(url, variables));
        assertEquals(Optional.empty(), proxyFor(url.replace("modules", "go.intra"), variables));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "p@ss:w/rd?#%", "with blank", "Schlüssel", "a+b&c=d"})
    void theLoginIsWhatWasGiven(String password) {
        Map<String, String> variables = HttpProxyVariables.of("proxy.example", 8080, "me@corp", password, List.of());
        assertEquals(
                "me@corp:" + password,
                proxyFor("https://modules.example/a", variables).orElseThrow().userInfo());
    }

    @Test
    void anAddressGetsItsBrackets() {
        assertEquals(
                "http://[fd00::1]:8080",
                HttpProxyVariables.of("fd00::1", 8080, "", "", List.of()).get("https_proxy"));
    }

    @Test
    void noneHidesWhatTheAgentHasInEitherCase() {
        Map<String, String> agent = new HashMap<>(Map.of("HTTPS_PROXY", "http://a:1", "http_proxy", "http://b:2"));
        agent.putAll(HttpProxyVariables.none());
        assertEquals(Optional.empty(), proxyFor("https://modules.example/a", agent));
        assertEquals(Optional.empty(), proxyFor("http://modules.example/a", agent));
        assertEquals("", agent.get("ALL_PROXY"));
    }

    @Test
    void thatNoneIsUsedShowsWithWhoSaysSo() {
        GoEnvironment.Builder env = GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(Map.of("GOENV", "off", "https_proxy", "http://a:1"));
        HttpProxyVariables.none().forEach((name, value) -> env.override(name, value, "folder team"));
        List<Setting> shown = env.build().settings();
        assertEquals(
                List.of(
                        new Setting("HTTP_PROXY", "", "folder team"),
                        new Setting("HTTPS_PROXY", "", "folder team"),
                        new Setting("NO_PROXY", "*", "folder team")),
                shown.stream()
                        .filter(each ->
                                each.name().endsWith("PROXY") && !each.name().startsWith("GO"))
                        .toList());
    }

    @Test
    void theLoginDoesNotShow() {
        GoEnvironment.Builder env = GoEnvironment.builder().os(HostOs.UNIX).environment(Map.of("GOENV", "off"));
        HttpProxyVariables.of("proxy.example", 1, "ci", "s3cret-word", List.of())
                .forEach((name, value) -> env.override(name, value, "global configuration"));
        GoEnvironment built = env.build();
        assertFalse(SettingTable.lines(built.settings()).toString().contains("s3cret"));
        assertFalse(built.warnings().toString().contains("s3cret"));
    }
}
