package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a binding takes, what it refuses, and which URLs it is for. */
class HostBindingTest {
    static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private static HostBinding https(String host, String path) {
        return new HostBinding(host, path, HostProtocol.HTTPS, "", "", "id");
    }

    private static HostBinding ssh(String host, String path, String sshUrl, String knownHosts) {
        return new HostBinding(host, path, HostProtocol.SSH, sshUrl, knownHosts, "id");
    }

    private static String refusal(org.junit.jupiter.api.function.Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "git.corp.example, git.corp.example",
        "Git.Corp.Example:8443, git.corp.example:8443",
        "git.corp.example:443, git.corp.example",
        "127.0.0.1:80, 127.0.0.1:80",
        "localhost, localhost",
        "build_host.corp, build_host.corp",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "[2001:DB8::1], [2001:db8::1]",
        "[::1]:8443, [::1]:8443",
    })
    void takesHosts(String host, String stored) {
        assertEquals(stored, https(host, "").host());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty; write the name of the host",
                "https://git.corp.example|is a URL; leave 'https://' out",
                "git.corp.example/team|holds a path; write what follows the host into path",
                "*.corp.example|is a pattern; write one binding for each host",
                "git.corp?|is a pattern",
                "git corp|holds a space",
                "git.corp.example%0a|holds '%'",
                "git.corp\"x|holds a double quote",
                "git.corp;id|holds ';'",
                "$(id)|holds '$'",
                "bücher.example|other letters as xn--",
                "-oProxyCommand=x|holds '='",
                "-v|of which '-' is neither the first nor the last",
                "git..corp|is not a host name",
                ".corp|is not a host name",
                "git.corp.|is not a host name",
                "git.corp:|the port is not a number from 1 to 65535",
                "git.corp:0|the port is not a number",
                "git.corp:65536|the port is not a number",
                "git.corp:+22|the port is not a number",
                "git.corp:99999999999|the port is not a number",
                "::1|write an IPv6 address in brackets",
                "[::1|is not an IPv6 address in brackets",
                "[::1]x|is not an IPv6 address in brackets",
                "[fe80::1%eth0]|is not an IPv6 address in brackets",
                "[1.2.3.4]|is not an IPv6 address in brackets",
                "[:::1]|is not an IPv6 address in brackets",
            })
    void refusesHosts(String host, String because) {
        String message = refusal(() -> https(host, ""));
        assertTrue(message.startsWith("host: ") && message.contains(because), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git\ncorp", "git.corp\r", "git\0", "git.corp\u001b[31m", "git\tcorp"})
    void showsNoControlCharacters(String hostile) {
        for (String message :
                new String[] {refusal(() -> https(hostile, "")), refusal(() -> https("git.corp", "a" + hostile))}) {
            assertTrue(message.chars().allMatch(c -> c >= ' '), message);
        }
        assertTrue(refusal(() -> new HostBinding("git.corp", "", HostProtocol.HTTPS, "", "", hostile))
                .startsWith("credentialsId: "));
    }

    @Test
    void neverShowsWhatMayBeAPassword() {
        assertFalse(refusal(() -> https("https://me:sesame@git.corp", "")).contains("sesame"));
        assertFalse(refusal(() -> https("sesame@git.corp", "")).contains("sesame"));
        assertFalse(refusal(() -> ssh("git.corp", "", "ssh://git:sesame@git.corp/", ""))
                .contains("sesame"));
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertTrue(refusal(() -> https("a".repeat(64) + ".example", "")).startsWith("host: "));
        assertTrue(refusal(() -> https("a.".repeat(127) + "example", "")).startsWith("host: "));
        assertTrue(refusal(() -> https("git.corp", "a".repeat(1025))).startsWith("path: "));
        assertTrue(refusal(() -> new HostBinding("git.corp", "", HostProtocol.HTTPS, "", "", "i".repeat(256)))
                .startsWith("credentialsId: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "team", "team/", "team/lib", "scm/~me/lib.git", "a/b/c_d-e.f+g/", "Team/Lib"})
    void takesPaths(String path) {
        assertEquals(path, https("git.corp", path).path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/team|begins with '/'; write it without",
                "/|begins with '/'",
                "team//lib|holds '//'",
                "team/../other|holds '..'",
                "./team|holds '.'",
                "..|holds '..'",
                "-team|begins with '-'",
                "team/-lib|begins with '-'",
                "team/*|is a pattern; a path covers all below it",
                "my team|holds a space",
                "my%20team|holds '%'",
                "team'|holds a single quote",
                "team\"|holds a double quote",
                "team\\lib|holds '\\'",
                "team?a=b|is a pattern",
                "team#x|holds '#'",
                "team:x|holds ':'",
                "$HOME|holds '$'",
            })
    void refusesPaths(String path, String because) {
        String message = refusal(() -> https("git.corp", path));
        assertTrue(message.startsWith("path: ") && message.contains(because), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "team/|ssh://git@git.corp:7999/team|ssh://git@git.corp:7999/team/",
                "''|ssh://ssh.git.corp:22|ssh://ssh.git.corp/",
                "org/project/|ssh://git@ssh.dev.azure.com/v3/org/project/|ssh://git@ssh.dev.azure.com/v3/org/project/",
                "team/lib|ssh://git@git.corp/team/lib/|ssh://git@git.corp/team/lib",
            })
    void takesSshUrls(String path, String sshUrl, String stored) {
        assertEquals(stored, ssh("git.corp", path, sshUrl, "").sshUrl());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git@git.corp:team/|write it as a URL: ssh://git@host/team/",
                "https://git.corp/team/|does not begin with 'ssh://'",
                "ssh://git:pw@git.corp/|holds a password",
                "ssh://@git.corp/|nothing stands before the '@'",
                "ssh://-oProxyCommand@git.corp/|the user name begins with '-'",
                "ssh://a b@git.corp/|the user name holds a space",
                "ssh://git@-x/|is not a host name",
                "ssh://git@git.corp:x/|the port is not a number",
                "ssh:///team|it is empty",
                "ssh://git@git.corp//team|begins with '/'",
                "ssh://git@git.corp/$(id)|holds '$'",
                "ssh://git@git.corp/a/../b|holds '..'",
            })
    void refusesSshUrls(String sshUrl, String because) {
        String message = refusal(() -> ssh("git.corp", "team/", sshUrl, ""));
        assertTrue(message.startsWith("sshUrl: ") && message.contains(because), message);
    }

    @Test
    void sshFieldsAreForSshOnly() {
        String url = refusal(() -> new HostBinding("h", "", HostProtocol.HTTPS, "ssh://git@h/", "", ""));
        assertTrue(url.startsWith("sshUrl: it is used with protocol 'ssh' only"), url);
        String keys = refusal(() -> new HostBinding("h", "", HostProtocol.HTTPS, "", KEY, ""));
        assertTrue(keys.startsWith("knownHosts: it is used with protocol 'ssh' only"), keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment\n\n" + KEY + " administrator@corp\r\n",
                "git.corp,[git.corp]:2222 " + KEY,
                "@cert-authority *.corp " + KEY,
                "|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= " + KEY
            })
    void takesKnownHosts(String text) {
        assertEquals(text, ssh("git.corp", "", "", text).knownHosts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "nonsense!line 2 is not a host key",
                "@trusted git.corp ssh-ed25519 AAAA!line 2 begins with a marker that ssh does not know",
                "ssh-ed25519 ####!line 2 has a key that is not base64",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5!line 2 has a key that is cut off",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl!not of the type",
                "git.corp rot13 AAAA!line 2 has no key type that ssh knows",
                "git.corp ssh-ed25519!line 2 is not a host key",
                "git\u0001corp ssh-ed25519 AAAA!line 2 has control characters",
            })
    void refusesKnownHosts(String line, String because) {
        String message = refusal(() -> ssh("git.corp", "", "", KEY + "\n" + line));
        assertTrue(message.startsWith("knownHosts: line 2 ") && message.contains(because), message);
    }

    @Test
    void refusesTooManyKnownHosts() {
        assertTrue(refusal(() -> ssh("h", "", "", (KEY + "\n").repeat(501))).contains("more than 500 keys"));
        assertTrue(refusal(() -> ssh("h", "", "", "#".repeat(65537))).contains("more than 65536 characters"));
    }

    @Test
    void protocolsHaveIds() {
        assertEquals(HostProtocol.SSH, HostProtocol.parse("ssh"));
        assertEquals(HostProtocol.HTTPS, HostProtocol.parse("https"));
        assertEquals(
                "protocol: 'HTTP' is not known; write 'https' or 'ssh'", refusal(() -> HostProtocol.parse("HTTP")));
    }

    @ParameterizedTest
    @CsvSource({
        "team/, team/lib, true",
        "team/, teamwork/lib, false",
        "team/, Team/lib, false",
        "team/lib, team/lib, true",
        "team/lib, team/lib.git, true",
        "team/lib, team/lib.git/info/refs, true",
        "team/lib, team/lib/sub, true",
        "team/lib, team/library, false",
        "team/lib, team/lib.github.io, false",
        "team/lib, team, false",
    })
    void covers(String path, String asked, boolean covered) {
        assertEquals(covered, RepositoryPath.covers(path, asked));
    }

    @Test
    void aPlaceIsHostAndPath() {
        assertEquals("git.corp:8443/team/", https("git.corp:8443", "team/").place());
    }
}
