package io.jenkins.plugins.gomodules.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which proxy would be the fastest. */
class MirrorComparisonTest {
    private final ModuleFixture module = ModuleFixture.module("example.com/m", "v1.2.3")
            .file("m.go", "package m\n")
            .build();
    private final ProbeSettings settings =
            ProbeSettings.DEFAULT.withModule(new ModuleVersion("example.com/m", "v1.2.3"));

    @Test
    void theFastestFirstAndTheBrokenLast() throws Exception {
        Gate gate = new Gate();
        try (LoopbackProxy broken = LoopbackProxy.start(module);
                LoopbackProxy slow = LoopbackProxy.start(module);
                LoopbackProxy fast = LoopbackProxy.start(module);
                LoopbackProxy silent = LoopbackProxy.start(module)) {
            broken.on("*.info").answer(Fault.status(403));
            silent.on("*.info").answer(Fault.stall(gate));
            slow.latency(Duration.ZERO, Duration.ofMillis(50));
            ComparisonReport report = new MirrorComparison(settings.withLimitMillis(3_000))
                    .compare(ProxyList.parse(broken.url() + "," + silent.url() + "," + slow.url() + "," + fast.url()
                                    + "," + fast.url() + ",direct")
                            .entries());
            List<String> names =
                    report.mirrors().stream().map(MirrorMeasure::name).toList();
            assertEquals(List.of(fast.url(), slow.url()), names.subList(0, 2), report::toString);
            assertEquals(4, names.size());
            assertEquals(
                    List.of("auth-denied", "network-timeout"),
                    report.mirrors().subList(2, 4).stream()
                            .map(each -> each.cause().id())
                            .sorted()
                            .toList());
            assertEquals(fast.url() + "|" + slow.url(), report.goproxy());
            assertTrue(report.reason().startsWith(fast.url()), report.reason());
            assertTrue(report.mirrors().get(1).roundTripMicros() >= 50_000, report::toString);
        } finally {
            gate.open();
        }
    }

    @Test
    void noneToBeMeasured() throws Exception {
        ComparisonReport report = new MirrorComparison(settings)
                .compare(ProxyList.parse("http://no-such-host.invalid,direct").entries());
        assertEquals("", report.goproxy());
        assertEquals("dns-failure", report.mirrors().get(0).cause().id());
    }
}
