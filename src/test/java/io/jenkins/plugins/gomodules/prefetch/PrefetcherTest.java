package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefetcherTest {
    /** The base of the command-line tool is the empty path: the current directory. */
    @Test
    void aRelativeModuleCacheLiesBelowTheBase(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("go.mod"), "module example.com/main\n\ngo 1.21\n");
        PrefetchOptions options = PrefetchOptions.builder()
                .dirs(List.of(dir.toString()))
                .engine(Engine.NATIVE)
                .setting("GOMODCACHE", "../cache", "parameter modCache")
                .build();
        PrefetchReport report =
                new Prefetcher(Map.of("GOENV", "off", "GOPROXY", "off"), line -> {}).run(Path.of(""), options);
        assertEquals(List.of(), report.failures());
        String expected = Path.of("").toAbsolutePath().resolveSibling("cache").toString();
        assertTrue(
                report.settings().contains(new Setting("GOMODCACHE", expected, "parameter modCache")),
                () -> report.settings().toString());
    }
}
