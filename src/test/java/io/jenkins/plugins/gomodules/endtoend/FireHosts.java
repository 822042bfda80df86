package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.HangUpServer;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What all prefetches under fire share: the modules, a clean cache of them, and hosts that are redirected to. */
record FireHosts(
        List<ModuleFixture> modules,
        CacheSnapshot clean,
        LoopbackProxy mirror,
        LoopbackProxy untrusted,
        List<HangUpServer> rude)
        implements AutoCloseable {

    private static final int MODULES = 100;

    static FireHosts start(Path directory) throws Exception {
        List<ModuleFixture> modules =
                IntStream.range(0, MODULES).mapToObj(FireHosts::module).toList();
        ModuleFixture[] all = modules.toArray(ModuleFixture[]::new);
        TestCertificate certificate = TestCertificate.create(Files.createDirectories(directory));
        try (Bed bed = Bed.of(directory.resolve("clean"), modules)) {
            return new FireHosts(
                    modules,
                    bed.clean(),
                    LoopbackProxy.startAt("127.0.0.2", all),
                    LoopbackProxy.startTls(certificate, all),
                    List.of(
                            HangUpServer.saying("", 100),
                            HangUpServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n", 100),
                            HangUpServer.resetting(11)));
        }
    }

    private static ModuleFixture module(int i) {
        byte[] data = new byte[i % 10 == 0 ? 60_000 : 500 + 37 * i];
        new Random(i).nextBytes(data);
        return ModuleFixture.module("example.com/Group/m" + i, "v1." + i + ".0")
                .file("data", data)
                .build();
    }

    /** Another host that has everything, one whose certificate nobody trusts, handshakes that are cut, a closed port. */
    String[] elsewhere() {
        return new String[] {
            mirror.url(),
            mirror.url(),
            untrusted.url(),
            "https://127.0.0.1:" + rude.get(0).port(),
            "https://127.0.0.1:" + rude.get(1).port(),
            "https://127.0.0.1:" + rude.get(2).port(),
            "http://127.0.0.1:1"
        };
    }

    @Override
    public void close() {
        mirror.close();
        untrusted.close();
        rude.forEach(HangUpServer::close);
    }
}
