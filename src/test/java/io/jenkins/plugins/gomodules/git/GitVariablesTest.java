package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block sets over what is set around it. */
class GitVariablesTest {
    private static final String PRINT = "sh -c 'cat \"$0\"' '/t/d'";
    private static final PreparedFiles FILES = new PreparedFiles("/t/a", "/t/b", "/t/c's", "/t/n", PRINT);
    private static final Surroundings BARE = new Surroundings(0, "", "", "");
    private static final Map<String, String> AGENT = Map.of("SSH_AUTH_SOCK", "/ours", "SSH_AGENT_PID", "7");

    private static GitVariables block(PreparedFiles files, Surroundings around) {
        return new GitVariables(files, around, AGENT, List.of("a notice"));
    }

    private static Map<String, String> over(Map<String, String> around) {
        return new TreeMap<>(block(FILES, BARE).over(around::get));
    }

    @Test
    void aBlockAlone() {
        Map<String, String> expected = new TreeMap<>(AGENT);
        expected.put("GIT_CONFIG_COUNT", "2");
        expected.put("GIT_CONFIG_KEY_0", "include.path");
        expected.put("GIT_CONFIG_VALUE_0", "/t/a");
        expected.put("GIT_CONFIG_KEY_1", "include.path");
        expected.put("GIT_CONFIG_VALUE_1", "/t/b");
        expected.put("GIT_SSH_COMMAND", "SSH_AUTH_SOCK='' ssh -F '/t/c'\\''s'");
        expected.put("GIT_SSH_VARIANT", "ssh");
        expected.put("GIT_TERMINAL_PROMPT", "0");
        expected.put("GCM_INTERACTIVE", "never");
        expected.put("NETRC", "/t/n");
        expected.put("GOAUTH", PRINT + "; netrc");
        assertEquals(expected, over(Map.of()));
    }

    @Test
    void withoutSshOrLoginsNothingOfTheirsIsSet() {
        Map<String, String> set =
                block(new PreparedFiles("/t/a", "/t/b", "", "", ""), BARE).over(name -> null);
        for (String name : List.of("GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "SSH_AUTH_SOCK", "NETRC", "GOAUTH")) {
            assertFalse(set.containsKey(name), name);
        }
    }

    @Test
    void outerEntriesStandBetweenOurs() {
        Map<String, String> around = new LinkedHashMap<>();
        around.put("GIT_CONFIG_COUNT", "2");
        around.put("GIT_CONFIG_KEY_0", "http.proxy");
        around.put("GIT_CONFIG_VALUE_0", "");
        around.put("GIT_CONFIG_KEY_1", "include.path");
        around.put("GIT_CONFIG_VALUE_1", "/outer");
        Map<String, String> set = over(around);
        assertEquals("4", set.get("GIT_CONFIG_COUNT"));
        assertEquals(
                List.of("include.path=/t/a", "http.proxy=", "include.path=/outer", "include.path=/t/b"), entries(set));
        assertEquals(set, over(set), "a second time nothing is added");
    }

    private static List<String> entries(Map<String, String> set) {
        int count = Integer.parseInt(set.get("GIT_CONFIG_COUNT"));
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> set.get("GIT_CONFIG_KEY_" + i) + "=" + set.get("GIT_CONFIG_VALUE_" + i))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "2147483648", "1e3", "999999"})
    void aCountThatGitWouldRefuseIsNone(String count) {
        assertEquals("2", over(Map.of("GIT_CONFIG_COUNT", count)).get("GIT_CONFIG_COUNT"));
    }

    @Test
    void entriesOfTheMachineItselfAreLeftWhereTheyAre() {
        Map<String, String> set = block(FILES, new Surroundings(3, "", "", "")).over(name -> null);
        assertEquals("5", set.get("GIT_CONFIG_COUNT"));
        assertFalse(set.containsKey("GIT_CONFIG_KEY_2"));
        assertEquals("/t/a", set.get("GIT_CONFIG_VALUE_3"));
        assertEquals("/t/b", set.get("GIT_CONFIG_VALUE_4"));
    }

    @Test
    void sshHasTheSocketThatWasThereBeforeAllBlocks() {
        Surroundings machine = new Surroundings(0, "/of the machine", "", "");
        assertEquals(
                "SSH_AUTH_SOCK='/of the machine' ssh -F '/t/c'\\''s'",
                block(FILES, machine).over(name -> null).get("GIT_SSH_COMMAND"));

        Map<String, String> user = Map.of("SSH_AUTH_SOCK", "/user's");
        Map<String, String> outer = over(user);
        assertEquals("SSH_AUTH_SOCK='/user'\\''s' ssh -F '/t/c'\\''s'", outer.get("GIT_SSH_COMMAND"));
        GitVariables inner = block(new PreparedFiles("/i/a", "/i/b", "/i/c", "", ""), machine);
        assertEquals(
                "SSH_AUTH_SOCK='/user'\\''s' ssh -F '/i/c'",
                inner.over(outer::get).get("GIT_SSH_COMMAND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ssh -F x",
                "SSH_AUTH_SOCK= ssh -F 'x'",
                "SSH_AUTH_SOCK='a' ssh -F 'x' -v",
                "SSH_AUTH_SOCK='a'b' ssh -F 'x'",
                "SSH_AUTH_SOCK='a' rm x; ssh -F 'x'",
                "SSH_AUTH_SOCK='a'; ssh -F 'x'",
            })
    void otherCommandsAreNotTakenForOurs(String command) {
        assertEquals(java.util.Optional.empty(), SshCommand.parse(command));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|PRINT; netrc",
                "netrc|PRINT; netrc",
                "off|PRINT",
                "git /home/me|PRINT; git /home/me",
                "sh -c 'cat \"$0\"' '/outer'; netrc|PRINT; sh -c 'cat \"$0\"' '/outer'; netrc",
            })
    void goAuthKeepsWhatIsThere(String around, String expected) {
        assertEquals(
                expected.replace("PRINT", PRINT), over(Map.of("GOAUTH", around)).get("GOAUTH"));
    }
}
