package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins as the go command reads them. */
class LoginFilesTest {
    private static BoundHost login(String host, String path, String username, String password) {
        HostBinding binding = new HostBinding(host, path, HostProtocol.HTTPS, "", "", "id-" + username);
        return new BoundHost(binding, new Login(username, password));
    }

    private static String netrc(List<String> notices, BoundHost... logins) {
        return new Netrc(List.of(logins), notices).lines();
    }

    @Test
    void aHostStandsWithAndWithoutItsPort() {
        assertEquals(
                "machine git.corp login a password 1\n", netrc(new ArrayList<>(), login("git.corp", "", "a", "1")));
        assertEquals(
                "machine git.corp:8443 login a password 1\nmachine git.corp login a password 1\n",
                netrc(new ArrayList<>(), login("git.corp:8443", "", "a", "1")));
        assertEquals(
                "machine [::1]:8443 login a password 1\nmachine [::1] login a password 1\n"
                        + "machine ::1 login a password 1\n",
                netrc(new ArrayList<>(), login("[::1]:8443", "", "a", "1")));
    }

    @Test
    void theNameAloneIsNobodysWhereTwoPortsAreBound() {
        assertEquals(
                "machine git.corp:8443 login a password 1\nmachine git.corp:9443 login b password 2\n",
                netrc(new ArrayList<>(), login("git.corp:8443", "", "a", "1"), login("git.corp:9443", "", "b", "2")));
        assertEquals(
                "machine git.corp:8443 login a password 1\n",
                netrc(new ArrayList<>(), login("git.corp:8443", "", "a", "1"), login("git.corp", "team/", "b", "2")));
    }

    @Test
    void aLoginForAPathIsNotForTheHost() {
        List<String> notices = new ArrayList<>();
        assertEquals("", netrc(notices, login("git.corp", "team/", "a", "1")));
        assertEquals(
                "machine git.corp login b password 2\n",
                netrc(notices, login("git.corp", "team/", "a", "1"), login("git.corp", "", "b", "2")));
        assertEquals(List.of(), notices);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed", "no\u00a0break", "next\u0085line", "wide\u3000space"})
    void whatNetrcCannotHoldIsSaid(String password) {
        List<String> notices = new ArrayList<>();
        assertEquals("", netrc(notices, login("git.corp", "", "a", password)));
        assertTrue(notices.get(0).startsWith("The credential 'id-a' for git.corp is empty or has white space"));
        assertTrue(password.isEmpty() || !notices.get(0).contains(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1", "a\"b'c", "machine", "default", "ü€", "back\\slash"})
    void allElseIsAWord(String password) {
        assertEquals(
                "machine git.corp login a password " + password + "\n",
                netrc(new ArrayList<>(), login("git.corp", "", "a", password)));
    }

    @Test
    void theUsersOwnNetrcIsWhereGoLooks() throws Exception {
        ScriptedMachine machine = ScriptedMachine.linux().with("HOME", "/home/me");
        assertEquals(Optional.empty(), Netrc.ofUser(machine));
        machine.withFile("/home/me/.netrc", "of home").withFile("/else/where", "of NETRC");
        assertEquals(Optional.of("of home"), Netrc.ofUser(machine));
        assertEquals(Optional.of("of NETRC"), Netrc.ofUser(machine.with("NETRC", "/else/where")));
        assertEquals(Optional.empty(), Netrc.ofUser(ScriptedMachine.linux()));
    }

    @Test
    void goAuthHasPrefixesAndHeaders() {
        assertEquals(
                """
                https://git.corp/

                Authorization: Basic YTox

                https://git.corp:8443/team/lib
                https://git.corp:8443/team/lib.git
                https://git.corp:8443/team/lib?go-get=1

                Authorization: Basic YjrDvA==

                """,
                LoginFiles.goAuth(
                        List.of(login("git.corp", "", "a", "1"), login("git.corp:8443", "team/lib", "b", "ü"))));
    }

    @Test
    void goAuthQuotesPathsAsGoReadsThem() {
        assertEquals(Optional.of("sh -c 'cat \"$0\"' '/a b/c'"), GoAuthCommand.print("/a b/c"));
        assertEquals(Optional.of("sh -c 'cat \"$0\"' \"/it's\""), GoAuthCommand.print("/it's"));
        assertEquals(Optional.of("sh -c 'cat \"$0\"' '/5\"'"), GoAuthCommand.print("/5\""));
        assertEquals(Optional.empty(), GoAuthCommand.print("/it's 5\""));
        assertEquals(Optional.empty(), GoAuthCommand.print("/a;b"));
    }
}
