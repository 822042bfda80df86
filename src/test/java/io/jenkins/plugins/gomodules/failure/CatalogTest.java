package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Catalog CATALOG = Catalog.load();

    /** Public names: never taken away. */
    private static final List<String> IDS = List.of(
            ("network-timeout dns-failure connection-refused tls-untrusted http-proxy-failure goproxy-unavailable"
                            + " rate-limited auth-required auth-denied ssh-host-key auth-masked version-not-found"
                            + " package-not-found module-path-mismatch ambiguous-import checksum-mismatch"
                            + " sumdb-unreachable go-sum-missing go-mod-outdated go-mod-missing go-mod-syntax"
                            + " vendor-inconsistent toolchain-unavailable vcs-missing disk-full cache-permission"
                            + " cache-corrupt out-of-memory docker-context image-pull compile-error test-failure"
                            + " jvm-dependency npm-integrity pip-hash module-zip-invalid go-command-missing"
                            + " go-command-failed vcs-failure prefetch-timeout settings-invalid internal-error")
                    .split(" "));

    @Test
    void hasThePublicNames() {
        List<String> missing = new ArrayList<>(IDS);
        missing.removeAll(Classifier.standard().ids());
        assertEquals(List.of(), missing);
    }

    @Test
    void hasWhatThePrefetchReports() {
        for (FetchCause cause : FetchCause.values()) {
            assertTrue(Classifier.standard().ids().contains(cause.id()), cause.id());
        }
    }

    @Test
    void saysAllOfEachCause() {
        Set<String> ids = new HashSet<>();
        for (CauseKind kind : CATALOG.kinds()) {
            assertTrue(ids.add(kind.id()), kind.id() + " is there twice");
            if (!kind.isMark()) {
                assertFalse(kind.category().isBlank(), kind.id());
                assertFalse(kind.explanation().isBlank(), kind.id());
                assertFalse(kind.remedy().isBlank(), kind.id());
                assertTrue(kind.link().startsWith("https://"), kind.id());
                String title = Template.fill(kind.title(), Subject.NONE);
                assertFalse(title.isBlank() || title.matches(".*[\\[\\]{}|].*"), kind.id() + ": " + title);
            }
        }
    }

    /** Names that nothing has are typing errors, except "docker-step" and the like, which no one may invent. */
    @Test
    void ranksOnlyWhatThereIs() {
        Set<String> known = new HashSet<>();
        for (CauseKind kind : CATALOG.kinds()) {
            known.add(kind.id());
            known.add(kind.category());
        }
        for (CauseKind kind : CATALOG.kinds()) {
            Set<String> named = new HashSet<>(kind.outranks());
            named.addAll(kind.insteadOf());
            named.removeAll(known);
            assertEquals(Set.of(), named, kind.id());
        }
    }

    @Test
    void isDocumentedInFull() throws Exception {
        String page = Files.readString(root().resolve("docs/failures.md"));
        for (String id : Classifier.standard().ids()) {
            assertTrue(page.contains("| `" + id + "` |"), "docs/failures.md has no row for " + id);
        }
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThrows(IllegalArgumentException.class, () -> CatalogReader.read("[x]\nsure: a(b"));
        assertThrows(IllegalArgumentException.class, () -> CatalogReader.read("[x]\nsure: \\d+ .*"));
        assertThrows(IllegalArgumentException.class, () -> CatalogReader.read("[x]\ncolour: red"));
        assertThrows(IllegalArgumentException.class, () -> CatalogReader.read("[x]\nno colon"));
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/failures.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
