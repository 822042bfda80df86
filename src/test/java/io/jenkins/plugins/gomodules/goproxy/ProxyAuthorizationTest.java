package io.jenkins.plugins.gomodules.goproxy;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.http.HttpProxy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Offer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proxies are shown, and what is said when it is not what they want. */
class ProxyAuthorizationTest {
    private static final String SECRET = "open-sesame";
    private static final String BASIC = basic("robot", SECRET);
    private static final String BEARER = "Bearer " + SECRET;

    private final ModuleFixture lib = module("example.com/lib", "v1.0.0").build();
    private final ModuleFixture other = module("example.com/other", "v1.0.0").build();
    private LoopbackProxy proxy;
    private LoopbackProxy neighbour;
    private HttpTransport transport;

    @BeforeEach
    void start() throws IOException {
        proxy = LoopbackProxy.start(lib, other);
        neighbour = LoopbackProxy.startAt("127.0.0.2", lib, other);
        transport = new HttpTransport(new HttpTimeouts(5_000, 5_000), url -> Optional.empty());
    }

    @AfterEach
    void stop() {
        transport.close();
        proxy.close();
        neighbour.close();
    }

    private static String basic(String username, String password) {
        String login = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private ProxyLogin login(String path) {
        return new ProxyLogin(proxy.hostPort(), path, "robot", SECRET, false);
    }

    private ProxyLogin token() {
        return new ProxyLogin(proxy.hostPort(), "", "robot", SECRET, true);
    }

    private ProxyChain chain(String goproxy, ProxyLogin... logins) {
        return new ProxyChain(
                ProxyList.parse(goproxy),
                ModulePatterns.NONE,
                ProxyLogins.of(List.of(logins)),
                transport,
                new FetchStatistics(),
                RetryPolicy.of(0),
                4);
    }

    private static void fetch(ProxyChain chain, ModuleFixture module) throws IOException, InterruptedException {
        ModuleVersion version = new ModuleVersion(module.path(), module.version());
        chain.fetch(new ModuleFile(version, ModuleFile.Kind.MOD), new MemorySink(1 << 16));
    }

    private FetchException fails(ProxyChain chain) {
        FetchException e = assertThrows(FetchException.class, () -> fetch(chain, lib));
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            assertFalse(cause.toString().contains(SECRET), cause.toString());
        }
        return e;
    }

    private Offer offer(ModuleFixture module, String value) {
        return new Offer(module.url("mod"), value);
    }

    @Test
    void aPasswordIsBasicFromTheFirstRequestOn() throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(BASIC, "Basic realm=\"go\""));
        fetch(chain(proxy.url(), login("")), lib);
        assertEquals(List.of(offer(lib, BASIC)), proxy.offers("Authorization"));
        assertEquals(1, proxy.requests().size());
    }

    @Test
    void aTokenIsBearer() throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(BEARER, "Bearer"));
        ProxyChain chain = chain(proxy.url(), token());
        fetch(chain, lib);
        fetch(chain, other);
        assertEquals(List.of(offer(lib, BEARER), offer(other, BEARER)), proxy.offers("Authorization"));
    }

    @Test
    void aTokenIsBasicOnceTheProxyAsksForThat() throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(BASIC, "Bearer realm=\"x\", Basic realm=\"go\""));
        ProxyChain chain = chain(proxy.url(), token());
        fetch(chain, lib);
        fetch(chain, other);
        assertEquals(
                List.of(offer(lib, BEARER), offer(lib, BASIC), offer(other, BASIC)), proxy.offers("Authorization"));
    }

    @Test
    void aTokenThatNoHeaderHoldsIsBasicAtOnce() throws Exception {
        String odd = "open sésame";
        proxy.on("*").answer(Fault.unauthorizedUnless(basic("", odd), "Basic"));
        fetch(chain(proxy.url(), new ProxyLogin(proxy.hostPort(), "", "", odd, true)), lib);
        assertEquals(1, proxy.requests().size());
    }

    @Test
    void aWrongTokenIsShownInBothFormsAndThenDenied() {
        proxy.on("*").answer(Fault.unauthorizedUnless("Basic b3RoZXI=", "Basic"));
        FetchException e = fails(chain(proxy.url(), token()));
        assertEquals(FetchCause.AUTH_DENIED, e.reason());
        assertEquals(1, e.attempts());
        assertEquals(2, proxy.requests().size());
        assertEquals(
                proxy.url() + " answered 401 Unauthorized: status 401 on purpose. It did not accept the login bound to "
                        + proxy.hostPort(),
                e.getMessage());
    }

    @Test
    void theLoginOfTheLongestPathGoesOut() throws Exception {
        ProxyLogin part = new ProxyLogin(proxy.hostPort(), "example.com/lib", "part", "part-password", false);
        ProxyChain chain = chain(proxy.url(), login(""), part);
        fetch(chain, lib);
        fetch(chain, other);
        assertEquals(
                List.of(offer(lib, basic("part", "part-password")), offer(other, BASIC)),
                proxy.offers("Authorization"));
    }

    @Test
    void theLoginInTheUrlCountsFirst() throws Exception {
        fetch(chain(proxy.url().replace("http://", "http://own:password@"), login("")), lib);
        assertEquals(List.of(offer(lib, basic("own", "password"))), proxy.offers("Authorization"));
    }

    @Test
    void nothingGoesToAnotherHost() throws Exception {
        ProxyLogin elsewhere = new ProxyLogin("127.0.0.1:1", "", "robot", SECRET, false);
        fetch(chain(proxy.url(), elsewhere), lib);
        fetch(chain(neighbour.url(), login("")), lib);
        assertEquals(List.of(), proxy.offers("Authorization"));
        assertEquals(List.of(), neighbour.offers("Authorization"));
    }

    @Test
    void aRedirectToAnotherHostCarriesNothing() throws Exception {
        proxy.on("*").answer(Fault.redirect(302, neighbour.url() + lib.url("mod")));
        fetch(chain(proxy.url(), login("")), lib);
        assertEquals(1, neighbour.requests().size());
        assertEquals(List.of(), neighbour.offers("Authorization"));

        neighbour.on("*").answer(Fault.unauthorizedUnless(BASIC, "Basic"));
        ProxyLogin theirs = new ProxyLogin(neighbour.hostPort(), "", "robot", SECRET, true);
        FetchException e = fails(chain(proxy.url(), token(), theirs));
        assertEquals(FetchCause.AUTH_REQUIRED, e.reason());
        assertEquals(List.of(), neighbour.offers("Authorization"));
        assertTrue(
                e.getMessage().contains(" leads to " + neighbour.hostPort() + ", which answered 401"), e.getMessage());
        assertEquals(
                List.of(BASIC, BEARER),
                proxy.offers("Authorization").stream().map(Offer::value).toList());
    }

    @Test
    void norDoesOneThatComesBackFromThere() throws Exception {
        proxy.on(lib.url("mod")).answer(Fault.redirect(302, neighbour.url() + "/there"));
        neighbour.on("/there").answer(Fault.redirect(302, proxy.url() + other.url("mod")));
        fetch(chain(proxy.url(), login("")), lib);
        assertEquals(1, proxy.count(other.url("mod")));
        assertEquals(List.of(offer(lib, BASIC)), proxy.offers("Authorization"));
    }

    @Test
    void aRedirectToAnotherPathCarriesTheLoginOfThatPath() throws Exception {
        proxy.on(lib.url("mod")).answer(Fault.redirect(302, other.url("mod")));
        fetch(chain(proxy.url(), login("example.com/lib")), lib);
        assertEquals(List.of(offer(lib, BASIC)), proxy.offers("Authorization"));
        assertEquals(1, proxy.count(other.url("mod")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, auth-required, ' answered 401 Unauthorized. It wants a login: bind a credential to HOST, '",
        "403, auth-denied, ' answered 403 Forbidden. It forbids this, or wants a login: bind a credential to HOST, '",
    })
    void withoutALoginItIsSaidHowToGiveOne(int status, String cause, String start) {
        proxy.on("*").answer(Fault.status(status, ""));
        FetchException e = fails(chain(proxy.url()));
        assertEquals(cause, e.reason().id());
        String binding = "goModPrefetch(hosts: [goHost(host: 'HOST', credentialsId: '…')])";
        assertEquals(proxy.url() + (start + binding).replace("HOST", proxy.hostPort()), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "401, '. It did not accept the login bound to HOST/example.com'",
        "403, '. The login bound to HOST/example.com has no right to this module, or its rules forbid it'",
    })
    void withALoginThatOneIsNamed(int status, String end) {
        proxy.on("*").answer(Fault.status(status, ""));
        FetchException e = fails(chain(proxy.url(), login("example.com")));
        assertEquals(FetchCause.AUTH_DENIED, e.reason());
        assertTrue(e.getMessage().endsWith(end.replace("HOST", proxy.hostPort())), e.getMessage());
        FetchException own = fails(chain(proxy.url().replace("http://", "http://robot:" + SECRET + "@")));
        assertTrue(own.getMessage().toLowerCase(Locale.ROOT).contains("the login in goproxy"), own.getMessage());
    }

    @Test
    void plainHttpToAnotherMachineIsShownNothing() throws Exception {
        // As a name it may be anywhere, whoever answers for it here.
        try (LoopbackProxy http = LoopbackProxy.start(lib);
                HttpTransport through = new HttpTransport(
                        new HttpTimeouts(5_000, 5_000),
                        url -> Optional.of(new HttpProxy("http", "127.0.0.1", http.port(), "")))) {
            http.on("*").answer(Fault.status(401, ""));
            transport = through;
            ProxyLogin login = new ProxyLogin("proxy.example", "", "robot", SECRET, false);
            FetchException e = fails(chain("http://proxy.example", login));
            assertEquals(List.of(), http.offers("Authorization"));
            assertEquals(
                    "http://proxy.example answered 401 Unauthorized. It wants a login, and the one for this host is not"
                            + " sent over plain http: use https",
                    e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'no: Basic cm9ib3Q6b3Blbi1zZXNhbWU=', 'no: Basic ****'",
        "'robot:open-sesame is wrong', '**** is wrong'",
        "token open-sesame, token ****",
        "'x open-ses', 'x ****'",
    })
    void aLoginThatTheServerRepeatsIsNotShown(String said, String shown) {
        proxy.on("*").answer(Fault.status(403, said));
        for (ProxyLogin login : List.of(login(""), token())) {
            FetchException e = fails(chain(proxy.url(), login));
            assertTrue(e.getMessage().contains("403 Forbidden: " + shown + ". "), e.getMessage());
        }
    }
}
