package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goproxy.ProxyLogin;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Offer;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose proxy wants a login. */
@Timeout(120)
class ProxyLoginTest {
    private static final String SECRET = "open-sesame";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("robot:" + SECRET).getBytes(StandardCharsets.UTF_8));

    private final ModuleFixture a = module("example.com/a", "v1.0.0").build();
    private final ModuleFixture b =
            module("example.com/b", "v1.0.0").requires(a).build();

    @TempDir
    Path temp;

    private Bed bed;

    @BeforeEach
    void setUp() throws Exception {
        bed = Bed.of(temp, a, b);
    }

    @AfterEach
    void tearDown() {
        bed.close();
    }

    private ProxyLogin login(boolean token) {
        return new ProxyLogin(bed.proxy().hostPort(), "", "robot", SECRET, token);
    }

    private static Set<String> shown(LoopbackProxy proxy) {
        return proxy.offers("Authorization").stream().map(Offer::value).collect(Collectors.toSet());
    }

    @Test
    void everythingArrivesWithAPasswordAndWithAToken() throws Exception {
        bed.proxy().on("*").answer(Fault.unauthorizedUnless(BASIC));
        bed.prefetch().logins(login(false)).succeed();
        assertEquals(Set.of(BASIC), shown(bed.proxy()));
        bed.prefetchInto(temp.resolve("second")).logins(login(true)).succeed();

        bed.proxy().heal();
        bed.proxy().forget();
        bed.proxy().on("*").answer(Fault.unauthorizedUnless("Bearer " + SECRET, "Bearer"));
        bed.prefetchInto(temp.resolve("third")).logins(login(true)).succeed();
        assertEquals(Set.of("Bearer " + SECRET), shown(bed.proxy()));
    }

    @Test
    void aWrongLoginIsSaidOnceAndNotRepeated() throws Exception {
        bed.proxy().on("*").answer(Fault.status(401, "robot has not the password " + SECRET));
        Prefetch prefetch = bed.prefetch().logins(login(false));
        PrefetchReport report = prefetch.run();
        for (PrefetchFailure failure : report.failures()) {
            assertEquals("auth-denied", failure.cause());
            assertEquals(
                    bed.proxy().url() + " answered 401 Unauthorized: robot has not the password ****. It did not accept"
                            + " the login bound to " + bed.proxy().hostPort() + ".",
                    failure.message());
        }
        String everything = report + " " + report.toMap() + prefetch.console();
        assertFalse(everything.contains(SECRET) || everything.contains(BASIC.substring(6)), everything);
        assertTrue(everything.contains("FAILED [auth-denied]"), everything);
    }

    @Test
    void withoutOneTheHostIsNamedAndHowToGiveOne() throws Exception {
        bed.proxy().on("*").answer(Fault.status(401, ""));
        ProxyLogin elsewhere = new ProxyLogin("127.0.0.2", "", "robot", SECRET, false);
        PrefetchReport report = bed.prefetch().logins(elsewhere).run();
        assertEquals("auth-required", report.failures().get(0).cause());
        assertEquals(
                bed.proxy().url() + " answered 401 Unauthorized. It wants a login: bind a credential to "
                        + bed.proxy().hostPort() + ", goModPrefetch(hosts: [goHost(host: '"
                        + bed.proxy().hostPort() + "', credentialsId: '…')]).",
                report.failures().get(0).message());
        assertEquals(Set.of(), shown(bed.proxy()));
    }

    /** In a JVM of its own, because the one that runs the tests does not trust the certificate. */
    @Test
    void aNetrcFileInTheHomeDirectoryWillDo() throws Exception {
        TestCertificate certificate = TestCertificate.create(temp);
        try (LoopbackProxy secure = LoopbackProxy.startTls(certificate, a, b)) {
            secure.on("*").answer(Fault.unauthorizedUnless(BASIC));
            List<String> command = PrefetchProcess.command(
                    bed,
                    bed.cache(),
                    "-Djavax.net.ssl.trustStore=" + certificate.keyStore(),
                    "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD);
            command.set(command.size() - 1, secure.url());

            GoTool.Result without = PrefetchProcess.run(command);
            assertEquals(1, without.exit());
            String advice = "in the netrc file \"machine " + secure.hostPort() + " login … password …\"";
            assertTrue(without.out().contains(advice), without.out());
            assertEquals(Set.of(), shown(secure));

            Path netrc = Files.createDirectories(bed.home()).resolve(".netrc");
            Files.writeString(netrc, "machine " + secure.hostPort() + "\nlogin robot\npassword " + SECRET + "\n");
            GoTool.Result with = PrefetchProcess.run(command);
            assertEquals(0, with.exit(), with.out());
            assertEquals(Set.of(BASIC), shown(secure));

            Files.writeString(netrc, "machine " + secure.hostPort() + " login robot password wrong-" + SECRET + "\n");
            command.set(
                    command.indexOf(bed.cache().toString()),
                    temp.resolve("other").toString());
            GoTool.Result wrong = PrefetchProcess.run(command);
            assertEquals(1, wrong.exit());
            String named = "It did not accept the login that the netrc file has for " + secure.hostPort();
            assertTrue(wrong.out().contains(named), wrong.out());
            assertFalse(wrong.out().contains(SECRET), wrong.out());
        }
    }
}
