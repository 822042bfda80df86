package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixtures are what the go command takes them for. */
class FixturesTest {

    @TempDir
    Path temp;

    private final ModuleFixture b = ModuleFixture.module("example.com/Upper/b/v2", "v2.1.0-RC.1")
            .file("sub/x.go", "package sub\n")
            .build();
    private final ModuleFixture a =
            ModuleFixture.module("example.com/a", "v1.0.0").requires(b).build();
    private final ModuleFixture old = ModuleFixture.module("example.com/old", "v3.0.0+incompatible")
            .withoutGoMod()
            .stored()
            .build();

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    @Test
    void theGoCommandTakesModulesAndHashesFromTreeAndServerAlike() throws Exception {
        Path main = Project.requiring(temp.resolve("main"), a, b, old);
        GoProxyTree tree = GoProxyTree.write(temp.resolve("tree"), a, b, old);
        GoTool go = GoTool.orSkip(temp.resolve("home")).with("GOFLAGS", "");
        go.proxy(tree.url())
                .modCache(temp.resolve("one"))
                .run(main, "mod", "download")
                .orFail();
        try (LoopbackProxy proxy = LoopbackProxy.start(a, b, old)) {
            go.proxy(proxy.url())
                    .modCache(temp.resolve("two"))
                    .run(main, "mod", "download")
                    .orFail();
            assertEquals(1, proxy.count(b.url("zip")));
        }
        go.proxy("off").run(main, "mod", "verify").orFail();
        CacheSnapshot one = CacheSnapshot.of(temp.resolve("one"));
        assertEquals(List.of(), CacheSnapshot.of(temp.resolve("two")).differencesFrom(one));
        assertTrue(one.entries().containsKey("example.com/!upper/b/v2@v2.1.0-!r!c.1/sub/x.go"));
    }

    @Test
    void theGoCommandTrustsTheCertificateAndGoesThroughTheForwardProxy() throws Exception {
        Path main = Project.requiring(temp.resolve("main"), a, b);
        GoTool go = GoTool.orSkip(temp.resolve("home")).with("GOFLAGS", "");
        TestCertificate certificate = TestCertificate.create(temp);
        try (LoopbackProxy proxy = LoopbackProxy.startTls(certificate, a, b);
                LoopbackForwardProxy forward = LoopbackForwardProxy.start()) {
            go.proxy(proxy.url().replace("127.0.0.1", "localhost") + ",off")
                    .with("SSL_CERT_FILE", certificate.pem().toString());
            go.run(main, "mod", "download").orFail();
            assertTrue(forward.requests().isEmpty());

            go.modCache(temp.resolve("other")).proxy("https://modules.test:" + proxy.port());
            go.with("HTTPS_PROXY", forward.url());
            String refused = go.run(main, "mod", "download").err();
            assertTrue(refused.contains("certificate is valid for"), refused);
            assertEquals("CONNECT", forward.requests().get(0).method());
            assertEquals(
                    "modules.test:" + proxy.port(), forward.requests().get(0).path());
        }
    }

    @Test
    void theSameModuleHasTheSameBytes() {
        ModuleFixture again =
                ModuleFixture.module("example.com/a", "v1.0.0").requires(b).build();
        assertEquals(Hashes.sha256(a.zip()), Hashes.sha256(again.zip()));
        assertNotEquals(a.zipHash(), b.zipHash());
    }
}
