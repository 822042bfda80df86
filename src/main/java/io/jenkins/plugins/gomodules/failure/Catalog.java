package io.jenkins.plugins.gomodules.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is known about failures: the causes, and how logs put them. */
final class Catalog {
    private final List<CauseKind> kinds;
    private final List<Wording> wordings;

    Catalog(List<CauseKind> kinds, List<Wording> wordings) {
        this.kinds = List.copyOf(kinds);
        this.wordings = List.copyOf(wordings);
    }

    /** The catalog that is part of the plugin, read anew. */
    static Catalog load() {
        try (InputStream in = Catalog.class.getResourceAsStream("catalog.txt")) {
            if (in == null) {
                throw new IllegalStateException("catalog.txt is missing beside " + Catalog.class.getName());
            }
            return CatalogReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("catalog.txt cannot be read", e);
        }
    }

    /** All entries, marks included, in the order of the catalog. */
    List<CauseKind> kinds() {
        return kinds;
    }

    List<Wording> wordings() {
        return wordings;
    }

    /** The entry with an id; null if there is none. */
    CauseKind kind(String id) {
        for (CauseKind kind : kinds) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        return null;
    }

    /** This catalog and the rules of an administrator. */
    Catalog with(List<UserRule> rules) {
        List<CauseKind> allKinds = new ArrayList<>(kinds);
        List<Wording> allWordings = new ArrayList<>(wordings);
        for (UserRule rule : rules) {
            CauseKind kind = rule.kind(allKinds.size());
            allKinds.add(kind);
            allWordings.add(rule.wording(kind));
        }
        return new Catalog(allKinds, allWordings);
    }
}
