package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoWork;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modfile.VendorModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vendor directory beside go.mod or go.work. Builds take packages from it, and from nowhere else, when it is there
 * and the go line is 1.14 or later, or when {@code -mod=vendor} says so.
 *
 * @see <a href="https://go.dev/ref/mod#vendoring">Vendoring</a>
 */
final class VendorDirectory {
    private static final String SINCE = "1.14";

    private final Path root;
    private final GoEnvironment env;
    private final List<String> notices;

    VendorDirectory(Path root, GoEnvironment env, List<String> notices) {
        this.root = root;
        this.env = env;
        this.notices = notices;
    }

    /**
     * The list of vendored modules, if builds are going to use it.
     *
     * @param file go.mod or go.work
     * @throws GoModException if the list contradicts go.mod or go.work, so that builds are going to fail
     */
    Optional<VendorModules> inForce(List<MainModule> modules, Optional<GoWork> work, Path file) throws IOException {
        String flag = env.modFlag().orElse("");
        Path list = root.resolve("vendor").resolve("modules.txt");
        if (!flag.isEmpty() && !flag.equals("vendor")) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(list)) {
            return absent(flag, list, modules);
        }
        VendorModules vendored;
        try {
            vendored = VendorModules.parse(list.toString(), Files.readAllBytes(list));
        } catch (ModFileException e) {
            throw new GoModException(GoModException.VENDOR, e.getMessage(), e);
        }
        if (flag.isEmpty() && !inForceByDefault(vendored, modules, work, file)) {
            return Optional.empty();
        }
        List<String> contradictions = work.isPresent()
                ? vendored.inconsistencies(work.get(), root, mains(modules))
                : vendored.inconsistencies(modules.get(0).goMod());
        if (contradictions.isEmpty()) {
            return Optional.of(vendored);
        }
        throw new GoModException(
                GoModException.VENDOR,
                root.resolve("vendor") + " does not match " + file + ":\n" + String.join("\n", contradictions) + "\n"
                        + vendored.remedy());
    }

    /** {@code -mod=vendor} without a list builds only what needs no module. */
    private Optional<VendorModules> absent(String flag, Path list, List<MainModule> modules) throws IOException {
        boolean needed = false;
        for (MainModule module : modules) {
            needed |= !module.goMod().requires().isEmpty();
        }
        if (needed && flag.equals("vendor")) {
            throw new GoModException(
                    GoModException.VENDOR,
                    "GOFLAGS has -mod=vendor, but there is no " + list
                            + ". Run go mod vendor and commit the vendor directory, or remove the flag.");
        }
        if (needed && Files.isDirectory(list.getParent())) {
            notices.add(
                    list.getParent() + " has no modules.txt: go build may take it for an inconsistent vendor directory."
                            + " Set GOFLAGS=-mod=readonly if it has nothing to do with Go.");
        }
        return flag.equals("vendor")
                ? Optional.of(VendorModules.parse(list.toString(), new byte[0]))
                : Optional.empty();
    }

    private boolean inForceByDefault(
            VendorModules vendored, List<MainModule> modules, Optional<GoWork> work, Path file) {
        Optional<String> goVersion = work.isPresent()
                ? work.get().goVersion()
                : modules.get(0).goMod().goVersion();
        String reason = null;
        if (!ModSummary.isAtLeast(goVersion.orElse(""), SINCE)) {
            reason = file + (goVersion.isPresent() ? " says go " + goVersion.get() : " has no go line")
                    + ", and vendor directories count from go " + SINCE + " on";
        } else if (vendored.forWorkspace() && work.isEmpty()) {
            reason = "it was made for a workspace, and there is no go.work in force";
        } else if (!vendored.forWorkspace() && work.isPresent()) {
            reason = "it was made for a single module, and " + file + " is in force";
        }
        if (reason == null) {
            return true;
        }
        notices.add(root.resolve("vendor") + " is not used: " + reason + ".");
        return false;
    }

    private static List<VendorModules.Main> mains(List<MainModule> modules) {
        List<VendorModules.Main> mains = new ArrayList<>(modules.size());
        for (MainModule module : modules) {
            mains.add(new VendorModules.Main(module.dir(), module.goMod()));
        }
        return mains;
    }
}
