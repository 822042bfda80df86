package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FileSink;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches a module's files to see whether and how fast they come; nothing of them is kept. */
final class ModuleFetch {
    private static final int MAX_MOD_BYTES = 16 << 20;
    private static final long MAX_ZIP_BYTES = 64 << 20;

    private ModuleFetch() {}

    static Trail.Found run(ProxyChain chain, ModuleVersion module)
            throws IOException, StageFailure, InterruptedException {
        chain.fetch(new ModuleFile(module, ModuleFile.Kind.MOD), new MemorySink(MAX_MOD_BYTES));
        Path zip = Files.createTempFile("go-modules-test-", ".zip");
        try {
            long size;
            long start = System.nanoTime();
            try (FileSink sink = new FileSink(zip, MAX_ZIP_BYTES)) {
                chain.fetch(new ModuleFile(module, ModuleFile.Kind.ZIP), sink);
                size = sink.size();
            }
            long nanos = Math.max(1, System.nanoTime() - start);
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact("module", module.toString()));
            facts.add(new Fact("size", Quantities.bytes(size)));
            facts.add(new Fact("rate", Quantities.rate(size, nanos)));
            facts.add(new Fact("hash", DirHash.ofZip(zip)));
            return new Trail.Found(Outcome.OK, "", facts);
        } catch (InvalidModuleZipException e) {
            throw new StageFailure(
                    "module-zip-invalid", "the zip that came is broken: " + reason(e, zip), 0, List.of());
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** The name of a temporary file means nothing to anybody. */
    private static String reason(InvalidModuleZipException e, Path zip) {
        return String.valueOf(e.getMessage()).replace(zip.toString(), "it");
    }
}
