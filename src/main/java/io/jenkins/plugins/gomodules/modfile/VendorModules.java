package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code vendor/modules.txt} file, the list of what {@code go mod vendor} or {@code go work vendor} copied.
 *
 * @see <a href="https://go.dev/ref/mod#vendoring">Go Modules Reference: vendoring</a>
 */
public final class VendorModules {

    private final Map<ModuleVersion, VendoredModule> modules = new LinkedHashMap<>();
    private final Map<String, String> selected;
    private final List<ModuleVersion> providing;
    private final boolean forWorkspace;

    private VendorModules(VendorReader reader) {
        for (VendorReader.Entry entry : reader.entries.values()) {
            VendoredModule module = entry.finished();
            modules.put(module.module(), module);
        }
        selected = reader.selected;
        providing = reader.providing;
        forWorkspace = reader.forWorkspace;
    }

    /**
     * Reads the file. Lines that are not understood are passed over, as later versions of Go may have written them.
     *
     * @param fileName how messages are to name it
     * @param data its content, at most 16 MiB
     * @throws ModFileException if it is too large
     */
    public static VendorModules parse(String fileName, byte[] data) throws ModFileException {
        return new VendorModules(new VendorReader(Source.of(fileName, data).text));
    }

    /** The modules in the order in which the file first names them. */
    public List<VendoredModule> modules() {
        return List.copyOf(modules.values());
    }

    /** What the file says of a module at this version. */
    public Optional<VendoredModule> module(ModuleVersion module) {
        return Optional.ofNullable(modules.get(module));
    }

    /** Whether {@code go work vendor} wrote it, so that it goes with a go.work file and not with a go.mod file. */
    public boolean forWorkspace() {
        return forWorkspace;
    }

    /** The modules that packages come from, the highest version last where there are several. */
    List<ModuleVersion> providing() {
        return providing;
    }

    /** The version of a path that packages come from, {@code ""} if none do. */
    String selectedVersion(String path) {
        return selected.getOrDefault(path, "");
    }

    /**
     * A main module of a workspace.
     *
     * @param directory where its go.mod file is
     * @param goMod that file
     */
    public record Main(Path directory, GoMod goMod) {}

    /**
     * Compares the file with the go.mod file of the main module, as the go command does before it uses the vendor
     * directory. Go before 1.14 recorded less, so less is compared when go.mod says so.
     *
     * @return one sentence for each contradiction, empty if there is none; {@link #remedy()} says what to do
     */
    public List<String> inconsistencies(GoMod main) {
        return new VendorCheck(this, List.of(new Main(Path.of(""), main)), Optional.empty(), Path.of("")).run();
    }

    /**
     * Compares the file with a workspace, as the go command does before it uses the workspace's vendor directory.
     *
     * @param workDirectory where the go.work file is
     * @param mains the modules of the workspace
     * @return one sentence for each contradiction, empty if there is none; {@link #remedy()} says what to do
     */
    public List<String> inconsistencies(GoWork work, Path workDirectory, List<Main> mains) {
        return new VendorCheck(this, new ArrayList<>(mains), Optional.of(work), workDirectory).run();
    }

    /** What to do about inconsistencies. */
    public String remedy() {
        return "Run `go " + (forWorkspace ? "work" : "mod") + " vendor` and commit the vendor directory,"
                + " or build without it: GOFLAGS=-mod=mod or -mod=readonly.";
    }
}
