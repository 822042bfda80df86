import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.prefetch.Engine;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Prefetcher;
import io.jenkins.plugins.gomodules.verify.Verifier;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The engine in a JVM that lives on, as a Jenkins agent does. Reads commands from standard input, one a line, fields
 * separated by tabs, and answers each with one line:
 *
 * <ul>
 *   <li>{@code prefetch <dir> <cache> <goproxy>}: the nanoseconds it took, or the failures
 *   <li>{@code verify <dir> <cache>}: the nanoseconds it took, or what is wrong
 *   <li>{@code heap}: bytes in use after a collection
 *   <li>{@code peak}: the most bytes in use after any collection since the last prefetch began
 *   <li>{@code quit}
 * </ul>
 */
public final class WarmJvm {

    private static final AtomicLong PEAK = new AtomicLong();

    private WarmJvm() {}

    public static void main(String[] arguments) throws Exception {
        watchCollections();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            System.out.println(answer(line.split("\t")));
            System.out.flush();
        }
    }

    private static String answer(String[] command) throws InterruptedException {
        switch (command[0]) {
            case "prefetch":
                PEAK.set(0);
                return prefetch(command[1], command[2], command[3]);
            case "verify":
                return verify(command[1], command[2]);
            case "heap":
                return Long.toString(used());
            case "peak":
                return Long.toString(Math.max(used(), PEAK.get()));
            default:
                return "unknown command " + command[0];
        }
    }

    private static String verify(String dir, String cache) throws InterruptedException {
        Map<String, String> environment = Map.of("HOME", dir, "GOENV", "off");
        VerifyOptions options = new VerifyOptions(List.of(dir), false, Map.of("GOMODCACHE", new Given(cache, "bench")));
        long start = System.nanoTime();
        VerifyReport report = new Verifier(environment, line -> {}).run(Path.of(dir), options);
        long elapsed = System.nanoTime() - start;
        return report.succeeded()
                ? Long.toString(elapsed)
                : report.findings().toString().replace('\n', ' ');
    }

    private static String prefetch(String dir, String cache, String goproxy) throws InterruptedException {
        PrefetchOptions options = PrefetchOptions.builder()
                .dirs(List.of(dir))
                .engine(Engine.NATIVE)
                .setting("GOMODCACHE", cache, "bench")
                .build();
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", dir);
        environment.put("GOENV", "off");
        environment.put("GOPROXY", goproxy);
        environment.put("GOFLAGS", "-mod=mod");
        environment.put("GONOSUMDB", "*");
        environment.put("GOTOOLCHAIN", "local");
        long start = System.nanoTime();
        PrefetchReport report = new Prefetcher(environment, line -> {}).run(Path.of(dir), options);
        long elapsed = System.nanoTime() - start;
        return report.succeeded()
                ? Long.toString(elapsed)
                : report.failures().toString().replace('\n', ' ');
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void watchCollections() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, unused) -> remember(notification.getUserData()), null, null);
        }
    }

    private static void remember(Object collection) {
        com.sun.management.GcInfo info = com.sun.management.GarbageCollectionNotificationInfo.from(
                        (CompositeData) collection)
                .getGcInfo();
        long heap = 0;
        for (Map.Entry<String, MemoryUsage> pool : info.getMemoryUsageAfterGc().entrySet()) {
            String name = pool.getKey();
            if (name.contains("Eden")
                    || name.contains("Survivor")
                    || name.contains("Old")
                    || name.contains("Tenured")) {
                heap += pool.getValue().getUsed();
            }
        }
        PEAK.accumulateAndGet(heap, Math::max);
    }
}
