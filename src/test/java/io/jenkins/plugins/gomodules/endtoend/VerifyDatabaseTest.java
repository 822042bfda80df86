package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.LEAF;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.TOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.TestLog;
import io.jenkins.plugins.gomodules.testing.Trees;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.Verifier;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache, some of whose modules go.sum does not list, is compared with the checksum database. */
class VerifyDatabaseTest {
    @TempDir
    Path temp;

    private SumDbBench bench;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void fillCache() throws Exception {
        bench = new SumDbBench(temp).listed(TOP, LEAF);
        assertEquals(List.of(), bench.run(Verification.STRICT).failures());
        environment.putAll(GoTool.cleanEnvironment(bench.home("ours")));
        environment.put("GOPROXY", bench.server().url());
        environment.put("GONOSUMDB", "");
        environment.put("GOSUMDB", bench.log().at(bench.server().url() + "/db"));
        environment.remove("GOFLAGS");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private VerifyReport verify(boolean database) throws Exception {
        VerifyOptions options = new VerifyOptions(
                List.of("."),
                database,
                Map.of("GOMODCACHE", new Given(bench.cache("ours").toString(), "test")));
        return new Verifier(environment, line -> {}).run(bench.project(), options);
    }

    private String onlyCause() throws Exception {
        VerifyReport report = verify(true);
        assertEquals(1, report.findings().size(), () -> report.findings().toString());
        Finding finding = report.findings().get(0);
        assertEquals("corp.example/other/v2@v2.0.0", finding.name());
        return finding.cause();
    }

    @Test
    void askedForItVouchesForWhatGoSumDoesNotList() throws Exception {
        VerifyReport report = verify(true);
        assertEquals(List.of(), report.findings());
        assertEquals(2, report.verified());
        assertEquals(1, report.database());
        assertEquals(0, report.recorded());
    }

    @Test
    void notAskedForItIsNotAsked() throws Exception {
        bench.server().forget();
        VerifyReport report = verify(false);
        assertTrue(report.succeeded());
        assertEquals(0, report.database());
        assertEquals(1, report.recorded());
        assertEquals(List.of(), bench.server().requests());
    }

    @Test
    void whatIsPrivateIsNotAskedAbout() throws Exception {
        environment.put("GONOSUMDB", "corp.example");
        bench.server().forget();
        VerifyReport report = verify(true);
        assertTrue(report.succeeded());
        assertEquals(1, report.recorded());
        assertEquals(List.of(), bench.server().requests());
    }

    @Test
    void anotherHashIsAMismatch() throws Exception {
        TestLog other = TestLog.named("other.example.test/db")
                .filler(5)
                .add(ModuleFixture.module("corp.example/other/v2", "v2.0.0")
                        .file("more.go", "package other\n")
                        .build());
        bench.serve(other);
        environment.put("GOSUMDB", other.at(bench.server().url() + "/db"));
        assertEquals("checksum-mismatch", onlyCause());
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaid() throws Exception {
        Trees.delete(bench.cache("ours").resolve("cache/download/sumdb"));
        environment.put("GOSUMDB", bench.log().at("http://127.0.0.1:1"));
        environment.put("GOPROXY", "off");
        assertEquals("sumdb-unreachable", onlyCause());
    }
}
