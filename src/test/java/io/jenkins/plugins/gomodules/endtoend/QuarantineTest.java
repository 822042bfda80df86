package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.json.JsonReader;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.RecordedRequest;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy serves other bytes than go.sum lists: what is told of it, what the next proxy is asked, and what is kept. */
class QuarantineTest {
    private static final ModuleFixture RIGHT = ModuleFixture.module("example.com/Lib", "v1.2.3")
            .file("lib.go", "package lib\n")
            .build();
    private static final ModuleFixture WRONG = ModuleFixture.module("example.com/Lib", "v1.2.3")
            .file("lib.go", "package evil\n")
            .build();
    private static final ModuleFixture THIRD = ModuleFixture.module("example.com/Lib", "v1.2.3")
            .file("lib.go", "package third\n")
            .build();

    @TempDir
    Path temp;

    private Bed bed;
    private LoopbackProxy next;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.of(temp, RIGHT);
        bed.proxy().add(RIGHT.withZip(WRONG.zip()));
        next = LoopbackProxy.start(RIGHT);
    }

    @AfterEach
    void stop() {
        next.close();
        bed.close();
    }

    private Prefetch prefetch() {
        return bed.prefetch()
                .proxy(bed.proxy().url() + "," + next.url())
                .with("GONOSUMDB", "")
                .with("GOSUMDB", "off")
                .options(options -> options.retries(0));
    }

    private static PrefetchFailure mismatch(PrefetchReport report) {
        assertEquals(1, report.failures().size(), () -> report.failures().toString());
        PrefetchFailure failure = report.failures().get(0);
        assertEquals("checksum-mismatch", failure.cause());
        return failure;
    }

    private static List<String> zipsAsked(LoopbackProxy proxy) {
        return proxy.requests().stream()
                .map(RecordedRequest::path)
                .filter(path -> path.endsWith(".zip"))
                .toList();
    }

    @Test
    void bothHashesTheProxyAndTheTimeAreTold() throws Exception {
        PrefetchFailure failure = mismatch(prefetch().run());
        assertTrue(failure.message().contains(RIGHT.zipHash()), failure::message);
        assertTrue(failure.message().contains(WRONG.zipHash()), failure::message);
        assertTrue(
                failure.message().matches(".* They came at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\..*"),
                failure::message);
        assertEquals(bed.proxy().url(), failure.proxy());
        assertEquals(1, failure.attempts());
        assertFalse(Files.exists(bed.cache().resolve("cache/download/example.com/!lib/@v/v1.2.3.zip")));
    }

    @ParameterizedTest
    @CsvSource({
        "right, serves the right bytes",
        "wrong, serves the same bytes as",
        "third, serves yet others",
        "absent, does not have it",
        "broken, serves a zip that is broken",
        "failing, could not be asked"
    })
    void theNextProxyTellsWhoIsWrong(String what, String told) throws Exception {
        switch (what) {
            case "wrong" -> next.add(RIGHT.withZip(WRONG.zip()));
            case "third" -> next.add(RIGHT.withZip(THIRD.zip()));
            case "absent" -> next.remove(RIGHT.url("zip"));
            case "broken" -> next.add(RIGHT.withZip(new byte[] {1, 2, 3}));
            case "failing" -> next.on("*.zip").answer(Fault.status(500));
            default -> assertEquals("right", what);
        }
        PrefetchFailure failure = mismatch(prefetch().run());
        assertTrue(failure.message().contains(next.url() + " " + told), failure::message);
        assertEquals(List.of(RIGHT.url("zip")), zipsAsked(next));
        assertFalse(Files.exists(bed.cache().resolve("cache/download/example.com/!lib/@v/v1.2.3.zip")));
        assertFalse(Files.exists(bed.cache().resolve("example.com/!lib@v1.2.3")));
    }

    @Test
    void aPrivateNameIsNotToldToOthers() throws Exception {
        mismatch(prefetch().with("GONOSUMDB", "example.com").run());
        assertEquals(List.of(), next.requests());
    }

    @Test
    void nobodyBehindDirectIsAsked() throws Exception {
        PrefetchFailure failure = mismatch(
                prefetch().proxy(bed.proxy().url() + ",direct," + next.url()).run());
        assertFalse(failure.message().contains("For comparison"), failure::message);
        assertEquals(List.of(), next.requests());
    }

    @Test
    void nothingIsKeptUnlessWanted() throws Exception {
        mismatch(prefetch().run());
        try (Stream<Path> all = Files.walk(temp)) {
            assertEquals(
                    List.of(),
                    all.filter(path -> path.toString().contains("quarantine")).toList());
        }
    }

    @Test
    void theBytesAreKeptWithANote() throws Exception {
        Path aside = temp.resolve("aside");
        PrefetchFailure failure = mismatch(prefetch()
                .options(options -> options.quarantine(aside.toString()))
                .run());
        List<Path> kept = new ArrayList<>(Trees.list(aside));
        kept.remove(aside);
        assertEquals(2, kept.size(), kept::toString);
        Path zip = kept.get(0);
        assertTrue(
                zip.getFileName()
                        .toString()
                        .matches("example\\.com_!lib@v1\\.2\\.3-[A-Za-z0-9]{16}\\.zip\\.quarantine"),
                zip::toString);
        assertArrayEquals(WRONG.zip(), Files.readAllBytes(zip));
        assertTrue(failure.message().contains("The bytes are kept in " + zip), failure::message);
        JsonObject note = (JsonObject) JsonReader.parse(Files.readAllBytes(kept.get(1)));
        assertEquals("example.com/Lib", note.string("module"));
        assertEquals(RIGHT.zipHash(), note.string("expected"));
        assertEquals("go.sum", note.string("expectedBy"));
        assertEquals(WRONG.zipHash(), note.string("actual"));
        assertEquals(bed.proxy().url(), note.string("proxy"));
        assertEquals(next.url(), note.string("otherProxy"));
        assertEquals(RIGHT.zipHash(), note.string("otherHash"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)));
        for (Path file : kept) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aGoModFileToo() throws Exception {
        bed.proxy().add(RIGHT.withMod("module example.com/Lib\n\ngo 1.99\n"));
        Path aside = temp.resolve("aside");
        PrefetchReport report = prefetch()
                .options(options -> options.quarantine(aside.toString()))
                .run();
        PrefetchFailure failure = mismatch(report);
        assertTrue(failure.message().contains(next.url() + " serves the right bytes"), failure::message);
        assertTrue(
                Trees.list(aside).toString().contains(".mod.quarantine"),
                () -> Trees.list(aside).toString());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        PrefetchFailure failure = mismatch(prefetch()
                .options(options -> options.quarantine(file.resolve("below").toString()))
                .run());
        assertTrue(failure.message().contains("The bytes could not be kept"), failure::message);
    }
}
