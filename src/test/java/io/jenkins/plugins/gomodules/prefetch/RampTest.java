package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RampTest {
    private static final int MOST = 64;

    private final FetchStatistics statistics = new FetchStatistics();

    @Test
    void nothingHappensBeforeTheFirstRequest() {
        try (Workers workers = new Workers(4)) {
            new Ramp(workers, statistics, MOST, true).look();
            assertEquals(4, workers.count());
        }
    }

    @Test
    void aNetworkThatKeepsEverythingWaitingGetsAllAtOnce() throws Exception {
        ModuleFixture module = ModuleFixture.module("example.com/m", "v1.0.0").build();
        Gate gate = new Gate();
        try (LoopbackProxy proxy = LoopbackProxy.start(module);
                Workers workers = new Workers(4);
                HttpTransport transport = new HttpTransport(HttpTimeouts.DEFAULT, url -> Optional.empty())) {
            proxy.on("*").answer(Fault.stall(gate));
            CompletableFuture<?> fetch = workers.submit(Workers.Turn.GRAPH, () -> fetch(proxy, transport));
            gate.awaitArrival();
            new Ramp(workers, statistics, MOST, false).look();
            assertEquals(4, workers.count());
            Ramp ramp = new Ramp(workers, statistics, MOST, true);
            assertFalse(ramp.isComplete());
            ramp.look();
            assertTrue(ramp.isComplete());
            gate.open();
            fetch.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void jobsThatWaitGetCompanyAsLongAsOthersQueue() throws Exception {
        ModuleFixture module = ModuleFixture.module("example.com/m", "v1.0.0").build();
        CountDownLatch end = new CountDownLatch(1);
        try (LoopbackProxy proxy = LoopbackProxy.start(module);
                Workers workers = new Workers(2);
                HttpTransport transport = new HttpTransport(HttpTimeouts.DEFAULT, url -> Optional.empty())) {
            workers.submit(Workers.Turn.GRAPH, () -> fetch(proxy, transport)).get(10, TimeUnit.SECONDS);
            Ramp ramp = new Ramp(workers, statistics, MOST, true);
            ramp.look();
            ramp.look();
            assertEquals(2, workers.count(), "nothing waits");
            for (int i = 0; i < 20; i++) {
                workers.submit(Workers.Turn.REST, () -> end.await(10, TimeUnit.SECONDS));
            }
            ramp.look();
            assertEquals(4, workers.count());
            end.countDown();
        }
    }

    private Void fetch(LoopbackProxy proxy, HttpTransport transport) throws Exception {
        new ProxyChain(
                        ProxyList.parse(proxy.url()),
                        ModulePatterns.NONE,
                        ProxyLogins.NONE,
                        transport,
                        statistics,
                        RetryPolicy.of(0),
                        4)
                .fetch(
                        new ModuleFile(new ModuleVersion("example.com/m", "v1.0.0"), ModuleFile.Kind.MOD),
                        new MemorySink(1000));
        return null;
    }
}
