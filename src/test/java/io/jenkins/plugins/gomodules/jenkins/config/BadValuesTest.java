package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.XStream2;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What configuration as code, Pipelines and files that people have written may have, and forms have not. */
@WithJenkins
class BadValuesTest {
    private static <T> T read(Class<T> type, String fields) {
        String name = type.getName();
        return type.cast(new XStream2().fromXML("<" + name + ">" + fields + "</" + name + ">"));
    }

    @Test
    void misspeltWordsAreRefusedByTheNameOfTheirField(JenkinsRule r) {
        Map<String, Executable> mistakes = Map.of(
                "next", () -> new GoProxy("goproxy.cn").setNext("anyerror"),
                "preset", () -> new GoProxy("").setPreset("https://ci:xyzzy@goproxy.example"),
                "httpProxy", () -> new GoModulesSettings().setHttpProxy("jenkns"),
                "builds", () -> new FailureAnalysisSettings().setBuilds("every"),
                "allowedOverrides",
                        () -> GoModulesConfiguration.get().setAllowedOverrides(List.of("goproxy", "GOPRIVATE")));
        mistakes.forEach((field, mistake) -> {
            String message =
                    assertThrows(IllegalArgumentException.class, mistake, field).getMessage();
            assertTrue(message.startsWith(field + ": "), message);
            assertTrue(!message.contains("xyzzy"), message);
        });
    }

    @Test
    void blankWordsAreNotSet(JenkinsRule r) {
        GoProxy proxy = new GoProxy("goproxy.cn");
        proxy.setNext(" ");
        assertEquals(GoProxy.NOT_FOUND, proxy.getNext());
    }

    @Test
    void whatAFileLacksIsNotSet(JenkinsRule r) {
        GoProxy proxy = read(GoProxy.class, "<credentialsId>x</credentialsId><next>often</next>");
        assertEquals("", proxy.address());
        assertTrue(proxy.host().isEmpty());
        assertEquals(GoProxy.NOT_FOUND, proxy.getNext());
        assertEquals("", read(GoHost.class, "").getHost());
        assertNotNull(read(GoModulesJobProperty.class, "").getSettings());
        assertNotNull(read(GoModulesFolderProperty.class, "").getSettings());
        assertTrue(read(OwnRule.class, "").rule().check().isPresent());
        assertEquals(
                List.of(),
                read(GoModulesSettings.class, "<proxies><null/></proxies><hosts><null/></hosts>")
                        .allHosts());
        assertEquals(
                List.of(),
                read(FailureAnalysisSettings.class, "<rules><null/></rules>").usableRules());
    }

    @Test
    void loginsInAFileAreTakenOutToo(JenkinsRule r) {
        GoProxy proxy = read(GoProxy.class, "<url>https://ci:xyzzy@goproxy.example</url>");
        assertEquals("https://goproxy.example", proxy.getUrl());
        assertTrue(proxy.isLoginRemoved());
        assertEquals(
                "sum.example https://sum.example",
                read(GoModulesSettings.class, "<gosumdb>sum.example https://ci:xyzzy@sum.example</gosumdb>")
                        .getGosumdb());
    }
}
