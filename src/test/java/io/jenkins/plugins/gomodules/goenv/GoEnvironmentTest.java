package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoEnvironmentTest {
    @TempDir
    Path dir;

    private static GoEnvironment of(String... namesAndValues) {
        return GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(map(namesAndValues), "environment of the agent")
                .build();
    }

    private static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** A directory that looks like an installation of Go, with this go.env; returns its root. */
    private Path installation(String goEnv) throws IOException {
        Path root = dir.resolve("goroot");
        Files.createDirectories(root.resolve("pkg").resolve("tool"));
        Path program = root.resolve("bin").resolve("go");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexit 99\n");
        assertTrue(program.toFile().setExecutable(true));
        Files.writeString(root.resolve("go.env"), goEnv);
        return root;
    }

    @Test
    void eachGivenValueHasItsOwnOrigin() {
        GoEnvironment env = GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(new ProcessVariables(
                        map("GOENV", "off", "GOPROXY", "https://a", "GOSUMDB", "off", "GOVCS", "*:git"),
                        "environment of the agent",
                        Map.of("GOSUMDB", "Pipeline")))
                .directory(dir)
                .given(Map.of(
                        "GOPROXY", new Given("https://b", "folder team"),
                        "GOINSECURE", new Given("intra.example", "job app"),
                        "GOMODCACHE", new Given("cache", "step parameter modCache")))
                .build();
        assertEquals(new Setting("GOPROXY", "https://b", "folder team"), env.setting("GOPROXY"));
        assertEquals(new Setting("GOSUMDB", "off", "Pipeline"), env.setting("GOSUMDB"));
        assertEquals(new Setting("GOVCS", "*:git", "environment of the agent"), env.setting("GOVCS"));
        assertEquals(
                new Setting("GOMODCACHE", dir.resolve("cache").toString(), "step parameter modCache"),
                env.setting("GOMODCACHE"));
        assertEquals("intra.example", env.forProcess().get("GOINSECURE"));
    }

    @Test
    void theFirstLayerWithAValueWins() throws IOException {
        Path root = installation("# defaults\nGOPROXY=root\nGOSUMDB=root\nGOTOOLCHAIN=root\nGOVCS=root\n");
        Path file = Files.writeString(dir.resolve("env"), "GOPROXY=file\nGOSUMDB=file\nGOTOOLCHAIN=file\n");
        Map<String, String> process = map("GOENV", file.toString(), "GOROOT", root.toString(), "GOVCS", "");
        process.put("GOPROXY", "process");
        process.put("GOSUMDB", "process");
        GoEnvironment env = GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(process, "environment of the agent")
                .override("GOPROXY", "parameter", "step parameter goproxy")
                .override("GOSUMDB", null, "step parameter gosumdb")
                .build();

        assertEquals(new Setting("GOPROXY", "parameter", "step parameter goproxy"), env.setting("GOPROXY"));
        assertEquals(new Setting("GOSUMDB", "process", "environment of the agent"), env.setting("GOSUMDB"));
        assertEquals(new Setting("GOTOOLCHAIN", "file", "go env -w file " + file), env.setting("GOTOOLCHAIN"));
        assertEquals(new Setting("GOVCS", "root", "go.env of the Go installation in " + root), env.setting("GOVCS"));
        assertEquals(new Setting("GOAUTH", "netrc", "default"), env.setting("GOAUTH"));
    }

    @Test
    void anEmptyOverrideUnsetsTheVariable() {
        GoEnvironment env = GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(map("GOPRIVATE", "corp.example"))
                .override("GOPRIVATE", "", "step parameter goprivate")
                .build();

        assertEquals("", env.get("GOPRIVATE"));
        assertEquals("", env.forProcess().get("GOPRIVATE"));
    }

    @Test
    void goEnvOffReadsNoFile() throws IOException {
        Files.createDirectories(dir.resolve(".config/go"));
        Files.writeString(dir.resolve(".config/go/env"), "GOPROXY=file\n");

        assertEquals("file", of("HOME", dir.toString()).get("GOPROXY"));
        GoEnvironment off = of("HOME", dir.toString(), "GOENV", "off");
        assertEquals("https://proxy.golang.org,direct", off.get("GOPROXY"));
        assertEquals("", off.get("GOENV"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, HOME=/h, /h/.config/go/env, /h/go",
        "UNIX, HOME=/h XDG_CONFIG_HOME=/x, /x/go/env, /h/go",
        "UNIX, HOME=/h XDG_CONFIG_HOME=relative, '', /h/go",
        "UNIX, XDG_CONFIG_HOME=/x, /x/go/env, ''",
        "UNIX, USERPROFILE=/h, '', ''",
        "MAC, HOME=/Users/h, /Users/h/Library/Application Support/go/env, /Users/h/go",
        "MAC, HOME=/Users/h XDG_CONFIG_HOME=/x, /Users/h/Library/Application Support/go/env, /Users/h/go",
        "WINDOWS, APPDATA=C:\\r UserProfile=C:\\h, C:\\r\\go\\env, C:\\h\\go",
        "WINDOWS, HOME=C:\\h, '', ''",
        "UNIX, HOME=/h GOENV=/e, /e, /h/go",
        "UNIX, HOME=/h GOPATH=/p, /h/.config/go/env, /p",
        "UNIX, HOME=/h GOROOT=/h/go, /h/.config/go/env, ''",
        "UNIX, HOME=/h GOROOT=/h//go/, /h/.config/go/env, ''",
    })
    void findsTheUsersFileAndGoPath(HostOs os, String environment, String file, String goPath) {
        Map<String, String> process = new HashMap<>();
        for (String variable : environment.split(" ")) {
            int equals = variable.indexOf('=');
            process.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        GoEnvironment env = GoEnvironment.builder().os(os).environment(process).build();

        assertEquals(file, env.get("GOENV"));
        assertEquals(goPath, env.get("GOPATH"));
        assertEquals("default", env.setting("GOAUTH").origin());
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, /a:/b, /a/pkg/mod",
        "UNIX, /a/../c, /c/pkg/mod",
        "UNIX, :/b, ''",
        "WINDOWS, C:\\a;D:\\b, C:\\a\\pkg\\mod",
    })
    void theModuleCacheIsInTheFirstElementOfGoPath(HostOs os, String goPath, String expected) {
        GoEnvironment env = GoEnvironment.builder()
                .os(os)
                .environment(map("GOPATH", goPath))
                .build();

        assertEquals(expected, env.get("GOMODCACHE"));
    }

    @Test
    void aModuleCacheMustBeKnownAndAbsolute() {
        GoEnvironmentException none = assertThrows(GoEnvironmentException.class, () -> of().modCache());
        assertTrue(none.getMessage().contains("neither GOMODCACHE nor GOPATH nor HOME is set"), none.getMessage());

        GoEnvironmentException relative = assertThrows(
                GoEnvironmentException.class, () -> of("GOMODCACHE", "cache").modCache());
        assertTrue(relative.getMessage().contains("cache (environment of the agent)"), relative.getMessage());

        assertEquals(Path.of("/m"), of("GOMODCACHE", "/m", "GOPATH", "/p").modCache());
    }

    @Test
    void aHomeDirectoryStandsInForAMissingVariable() {
        GoEnvironment env = GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(map("PATH", "/bin"))
                .home(Path.of("/var/ci"))
                .build();

        assertEquals("/var/ci/go", env.get("GOPATH"));
        assertEquals("/var/ci", env.forProcess().get("HOME"), "the go command must see it too");
    }

    @Test
    void goPrivateIsTheDefaultOfTheOtherTwo() {
        GoEnvironment env = of("GOPRIVATE", "*.corp.example", "GONOSUMDB", "other.example");

        assertTrue(env.goPrivate().matches("git.corp.example/x"));
        assertTrue(env.noProxy().matches("git.corp.example/x"));
        assertFalse(env.noSumDb().matches("git.corp.example/x"));
        assertTrue(env.noSumDb().matches("other.example/x"));
        assertEquals(
                new Setting("GONOPROXY", "*.corp.example", "GOPRIVATE, from environment of the agent"),
                env.setting("GONOPROXY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-mod=mod | mod | | false",
                "--mod=vendor -modcacherw | vendor | | true",
                "-mod=mod -mod=readonly | readonly | | false",
                "-modcacherw=0 | | | false",
                "-modcacherw -modcacherw=false | | | false",
                "-modcacherw=T | | | true",
                "-ldflags=-mod=x | | | false",
                "'-modfile=a b.mod' \"-mod=mod\" | mod | a b.mod | false",
                "-modfile=x'y | | x'y | false",
                "`` | | | false",
            })
    void readsGoFlags(String value, String mode, String file, boolean writable) {
        GoEnvironment env = of("GOFLAGS", value == null ? "" : value);

        assertEquals(Optional.ofNullable(mode), env.modFlag());
        assertEquals(Optional.ofNullable(file), env.modFileFlag());
        assertEquals(writable, env.modCacheWritable());
    }

    @Test
    void overridesReplaceVariablesOfAnyCaseOnWindows() {
        GoEnvironment env = GoEnvironment.builder()
                .os(HostOs.WINDOWS)
                .environment(map("GoProxy", "a.example", "Path", "C:\\x"))
                .override("GOPROXY", "b.example", "parameter")
                .build();

        assertEquals("b.example", env.get("GOPROXY"));
        assertEquals(map("GOPROXY", "b.example", "Path", "C:\\x"), env.forProcess());
    }

    @Test
    void theInstallationIsFoundWithoutRunningIt() throws IOException {
        Assumptions.assumeFalse(HostOs.current() == HostOs.WINDOWS, "skipped: makes symbolic links");
        Path root = installation("GOPROXY=direct\n");
        Path link = Files.createDirectories(dir.resolve("bin")).resolve("go");
        Files.createSymbolicLink(link, root.resolve("bin").resolve("go"));

        GoEnvironment env = of("PATH", "relative:/nowhere:" + link.getParent());

        assertEquals(Optional.of(link), env.goProgram());
        assertEquals(Optional.of(root.toRealPath()), env.goRoot());
        assertEquals("direct", env.get("GOPROXY"));
    }

    @Test
    void anEmptyLineOfTheUserHidesTheInstallationsDefault() throws IOException {
        Path root = installation("GOPROXY=https://proxy.example\n");
        Path file = Files.writeString(dir.resolve("env"), "GOPROXY=\n");

        assertEquals("", of("GOROOT", root.toString(), "GOENV", file.toString()).get("GOPROXY"));
    }

    @Test
    void showsWhatMattersAndHasAValue() {
        GoEnvironment env = of("GOMODCACHE", "/m", "https_proxy", "http://u:p@proxy.example:3128", "GOBIN", "/b");

        List<String> names = env.settings().stream().map(Setting::name).toList();

        assertEquals(List.of("GOPROXY", "GOSUMDB", "GOMODCACHE", "GOTOOLCHAIN", "HTTPS_PROXY"), names);
        assertEquals(
                "http://****@proxy.example:3128", env.setting("HTTPS_PROXY").value());
        assertEquals("http://u:p@proxy.example:3128", env.get("HTTPS_PROXY"));
        assertFalse(env.toString().contains("u:p"));
    }
}
