package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The hashes of one or more go.sum files.
 *
 * <p>There are two lines for a version of a module: one for its zip, and one, with {@code /go.mod} behind the version,
 * for its go.mod file alone, which is all that is needed of many modules. A hash names its algorithm ({@code h1:});
 * those with one that is not known here are kept and do not count.
 *
 * @see <a href="https://go.dev/ref/mod#go-sum-files">Go Modules Reference: go.sum files</a>
 */
public final class GoSum {

    private final Map<ModuleVersion, Set<String>> zips;
    private final Map<ModuleVersion, Set<String>> goMods;

    /** What go.sum says about a hash that was computed. */
    public enum Verdict {
        /** It has this hash and no other. */
        VERIFIED,
        /** It has none. */
        MISSING,
        /** It has another: what was hashed is not what was recorded. */
        MISMATCH
    }

    GoSum(GoSumReader reader) {
        this.zips = reader.zips;
        this.goMods = reader.goMods;
    }

    /**
     * Reads one file. Blank lines are passed over, and so are the lines for an empty go.mod file that early go commands
     * wrote by mistake.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException naming the lines that are not of three fields
     */
    public static GoSum parse(String fileName, byte[] data) throws ModFileException {
        GoSumReader reader = new GoSumReader();
        reader.read(fileName, data);
        return new GoSum(reader);
    }

    /**
     * Reads several files as one, such as the go.sum files of a workspace and go.work.sum. Files that are absent count
     * as empty.
     *
     * @throws ModFileException naming the lines that are not of three fields, in the first file that has such
     * @throws IOException if a file is there and cannot be read
     */
    public static GoSum read(Path... files) throws IOException {
        GoSumReader reader = new GoSumReader();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                reader.read(file.toString(), in.readNBytes(Source.MAX_BYTES + 1));
            } catch (NoSuchFileException absent) {
                // An empty one, as for the go command.
            }
        }
        return new GoSum(reader);
    }

    /** The hashes of the module's zip, normally one; empty if it has no line. */
    public Set<String> zipHashes(ModuleVersion module) {
        return Collections.unmodifiableSet(zips.getOrDefault(module, Set.of()));
    }

    /** The hashes of the module's go.mod file, normally one; empty if it has no line. */
    public Set<String> goModHashes(ModuleVersion module) {
        return Collections.unmodifiableSet(goMods.getOrDefault(module, Set.of()));
    }

    /** Compares the hash of a module's zip. */
    public Verdict checkZip(ModuleVersion module, String h1) {
        return check(zips.get(module), h1);
    }

    /** Compares the hash of a module's go.mod file. */
    public Verdict checkGoMod(ModuleVersion module, String h1) {
        return check(goMods.get(module), h1);
    }

    /** Where two files of a workspace contradict each other, one of them is wrong, and nothing is verified. */
    private static Verdict check(Set<String> recorded, String h1) {
        Verdict verdict = Verdict.MISSING;
        if (recorded != null) {
            for (String hash : recorded) {
                if (hash.startsWith("h1:")) {
                    if (!hash.equals(h1)) {
                        return Verdict.MISMATCH;
                    }
                    verdict = Verdict.VERIFIED;
                }
            }
        }
        return verdict;
    }

    /** All module versions that have a hash of their go.mod file. */
    public Set<ModuleVersion> goModVersions() {
        return Collections.unmodifiableSet(goMods.keySet());
    }

    /** Whether there is no hash at all. */
    public boolean isEmpty() {
        return zips.isEmpty() && goMods.isEmpty();
    }

    static void add(Map<ModuleVersion, Set<String>> to, ModuleVersion module, String hash) {
        Set<String> first = Set.of(hash);
        Set<String> before = to.putIfAbsent(module, first);
        if (before != null && !before.contains(hash)) {
            Set<String> all = new LinkedHashSet<>(before);
            all.add(hash);
            to.put(module, all);
        }
    }
}
