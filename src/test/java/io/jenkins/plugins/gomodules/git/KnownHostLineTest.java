package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines ssh would use for a host. */
class KnownHostLineTest {
    private static final String KEY = HostBindingTest.KEY;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // hosts; host, port; covered
                "'';git.corp;22;true",
                "'';git.corp;2222;true",
                "git.corp;git.corp;22;true",
                "git.corp;git.corp;2222;true",
                "[git.corp]:2222;git.corp;2222;true",
                "[git.corp]:2222;git.corp;22;false",
                "other.corp;git.corp;22;false",
                "other.corp,git.corp;git.corp;22;true",
                "*.corp;git.corp;22;true",
                "git.?orp;git.corp;22;true",
                "git.?orp;git.orp;22;false",
                "*;git.corp;22;true",
                "*.corp,!git.corp;git.corp;22;false",
                "GIT.corp;git.corp;22;true",
                "*a*a*a*a*a*a*a*a*b;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;22;false",
                "|1|no;git.corp;22;false",
            })
    void covers(String hosts, String host, int port, boolean covered) {
        KnownHostLine line = KnownHostLine.parse((hosts + " " + KEY).strip());
        assertEquals(covered, line.covers(new HostPort(host, port)));
    }

    @Test
    void hashedNamesAreThoseOfSshKeygen(@TempDir Path dir) throws Exception {
        Tools.orSkip("ssh-keygen");
        Path file = Files.writeString(dir.resolve("known"), "git.corp " + KEY + "\n[git.corp]:2222 " + KEY + "\n");
        Tools.run(dir, List.of("ssh-keygen", "-q", "-H", "-f", file.toString()));
        List<String> lines = Files.readAllLines(file);
        assertEquals(true, KnownHostLine.parse(lines.get(0)).covers(new HostPort("git.corp", 22)));
        assertEquals(false, KnownHostLine.parse(lines.get(0)).covers(new HostPort("other.corp", 22)));
        assertEquals(true, KnownHostLine.parse(lines.get(1)).covers(new HostPort("git.corp", 2222)));
        assertEquals(false, KnownHostLine.parse(lines.get(1)).covers(new HostPort("git.corp", 22)));
    }

    @Test
    void theFileNamesTheHostWhereTheLineDoesNot() {
        KnownHosts hosts = KnownHosts.parse("# from the wiki\n" + KEY + " admin@corp\r\n@cert-authority *.corp " + KEY
                + " ca\n@revoked " + KEY + "\n");
        assertEquals(
                "[::1]:2222 " + KEY + "\n@cert-authority *.corp " + KEY + "\n@revoked [::1]:2222 " + KEY + "\n",
                hosts.file(new HostPort("[::1]", 2222)));
        assertEquals("git.corp " + KEY + "\n", KnownHosts.parse(KEY).file(new HostPort("git.corp", 22)));
        assertEquals(false, KnownHosts.parse("@revoked " + KEY).cover(new HostPort("git.corp", 22)));
        assertEquals(false, KnownHosts.parse("# none\n").cover(new HostPort("git.corp", 22)));
    }
}
