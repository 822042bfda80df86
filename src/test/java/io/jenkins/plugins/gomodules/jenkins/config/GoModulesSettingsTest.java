package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoModulesSettingsTest {
    private static GoProxy proxy(String url, String next) {
        GoProxy proxy = new GoProxy(url);
        proxy.setNext(next);
        return proxy;
    }

    @Test
    void onlyWhatIsSetIsAVariable() {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setGoprivate("git.corp.example");
        settings.setGosumdb("  ");
        assertEquals(Map.of("GOPRIVATE", "git.corp.example"), settings.variables());
    }

    @Test
    void theChainBecomesGoproxy() {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setProxies(List.of(
                proxy("https://athens.corp.example", GoProxy.NOT_FOUND),
                proxy("", GoProxy.ANY_ERROR),
                proxy("aliyun", GoProxy.ANY_ERROR),
                proxy("goproxy.cn", ""),
                proxy("direct", "")));
        assertEquals(
                "https://athens.corp.example,https://mirrors.aliyun.com/goproxy|https://goproxy.cn,direct",
                settings.variables().get("GOPROXY"));
    }

    @Test
    void theCredentialOfAProxyIsForItsHostAndPathAlone() {
        GoProxy nexus = new GoProxy("https://nexus.corp.example:8443/repository/go/");
        nexus.setCredentialsId("nexus");
        GoHost git = new GoHost("git.corp.example");
        GoModulesSettings settings = new GoModulesSettings();
        settings.setHosts(List.of(git));
        settings.setProxies(List.of(nexus, new GoProxy("goproxy.cn")));

        List<GoHost> all = settings.allHosts();

        assertEquals(2, all.size());
        assertEquals(git, all.get(0));
        assertEquals("nexus.corp.example:8443", all.get(1).getHost());
        assertEquals("repository/go/", all.get(1).getPath());
        assertEquals("https", all.get(1).getProtocol());
        assertEquals("nexus", all.get(1).getCredentialsId());
    }

    @Test
    void versionControlHasNoCredential() {
        GoProxy direct = new GoProxy("direct");
        direct.setCredentialsId("x");
        assertTrue(direct.host().isEmpty());
    }

    @Test
    void aPresetIsKeptAsItsUrl() {
        GoProxy proxy = new GoProxy("https://typed.before.example");
        proxy.setPreset("tencent");
        assertEquals("https://mirrors.cloud.tencent.com/go", proxy.getUrl());
        assertEquals("tencent", proxy.getPreset());
        assertEquals("", proxy.getOwnUrl());
        assertEquals("off", new GoProxy("off").getPreset());
        assertEquals("", new GoProxy("https://athens.corp.example").getPreset());
    }

    @Test
    void aLoginInAUrlIsDroppedAndSaidSo() {
        GoProxy proxy = new GoProxy("https://bot:s3cret@athens.corp.example");
        assertEquals("https://athens.corp.example", proxy.getUrl());
        assertTrue(proxy.isLoginRemoved());
        assertFalse(new GoProxy("https://athens.corp.example").isLoginRemoved());

        GoModulesSettings settings = new GoModulesSettings();
        settings.setGosumdb("sum.golang.org https://bot:s3cret@sums.corp.example");
        settings.setGoprivate("git.corp.example");
        assertEquals("sum.golang.org https://sums.corp.example", settings.getGosumdb());
        assertEquals(List.of("gosumdb"), settings.getLoginsRemoved());
    }

    @Test
    void whatIsWrongOtherwiseStaysAsItWasTyped() {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setProxies(List.of(new GoProxy("htps:/athens corp"), new GoProxy("direct"), new GoProxy("")));
        settings.setGovcs("nonsense");
        settings.setTimeout(-1);
        assertEquals("htps:/athens corp", settings.getProxies().get(0).getUrl());
        assertEquals(3, settings.getProxies().size());
        assertEquals("nonsense", settings.getGovcs());
        assertEquals(-1, settings.getTimeout());
    }

    @Test
    void aRuleLinksToPagesAlone() {
        OwnRule rule = new OwnRule("vpn-down", "via vpn");
        rule.setTitle("The VPN is down");
        rule.setLink("javascript:alert(1)");
        assertEquals("", rule.rule().link());
        assertEquals("javascript:alert(1)", rule.getLink());
        rule.setLink("https://wiki.corp.example/vpn");
        assertEquals("https://wiki.corp.example/vpn", rule.rule().link());
    }

    @Test
    void rulesThatCannotBeUsedAreLeftOut() {
        OwnRule good = new OwnRule("vpn-down", "via vpn");
        good.setTitle("The VPN is down");
        OwnRule again = new OwnRule("vpn-down", "via other vpn");
        again.setTitle("The other VPN is down");
        OwnRule bad = new OwnRule("bad", "(");
        bad.setTitle("Bad");
        FailureAnalysisSettings analysis = new FailureAnalysisSettings();
        analysis.setRules(List.of(bad, good, again));
        assertEquals(List.of(good.rule()), analysis.usableRules());
        assertEquals(3, analysis.getRules().size());
    }
}
