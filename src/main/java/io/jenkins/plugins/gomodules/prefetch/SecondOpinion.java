package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.DirectFetchException;
import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.FileSink;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What another proxy serves in place of bytes with a wrong hash: if it is the right bytes, one proxy is wrong; if it is the
 * same wrong ones, the author has probably moved the tag. They are hashed and forgotten.
 *
 * @param proxy who served it; {@code ""} if there is nobody else to ask
 * @param hash its h1 hash, or {@code ""} if there is none
 * @param problem why there is none, a half sentence
 */
record SecondOpinion(String proxy, String hash, String problem) {
    private static final SecondOpinion NOBODY = new SecondOpinion("", "", "");

    /** The go command takes no larger zip, and no larger go.mod file. */
    private static final long MAX_ZIP_BYTES = 500L << 20;

    private static final long MAX_MOD_BYTES = 16L << 20;

    /** @param wrong the proxy that served the wrong bytes; those behind it in the list are asked */
    static SecondOpinion ask(ProxyChain proxies, ModuleFile file, String wrong) throws InterruptedException {
        try {
            return file.kind() == ModuleFile.Kind.ZIP ? zip(proxies, file, wrong) : mod(proxies, file, wrong);
        } catch (FetchException e) {
            String problem = e.reason() == FetchCause.VERSION_NOT_FOUND ? "does not have it" : "could not be asked";
            return new SecondOpinion(e.proxy(), "", problem);
        } catch (DirectFetchException e) {
            return NOBODY;
        } catch (IOException e) {
            return new SecondOpinion("the next proxy", "", "served what could not be kept for a look (" + e + ")");
        }
    }

    private static SecondOpinion mod(ProxyChain proxies, ModuleFile file, String wrong)
            throws IOException, InterruptedException {
        MemorySink sink = new MemorySink(MAX_MOD_BYTES);
        Optional<Fetched> fetched = proxies.fetchBehind(wrong, file, sink);
        return fetched.isEmpty()
                ? NOBODY
                : new SecondOpinion(fetched.get().proxy(), DirHash.ofGoMod(sink.toByteArray()), "");
    }

    private static SecondOpinion zip(ProxyChain proxies, ModuleFile file, String wrong)
            throws IOException, InterruptedException {
        Path zip = Files.createTempFile("go-modules-", ".zip");
        try {
            Optional<Fetched> fetched;
            try (FileSink sink = new FileSink(zip, MAX_ZIP_BYTES)) {
                fetched = proxies.fetchBehind(wrong, file, sink);
            }
            return fetched.isEmpty() ? NOBODY : ofZip(fetched.get().proxy(), zip);
        } finally {
            Files.delete(zip);
        }
    }

    private static SecondOpinion ofZip(String proxy, Path zip) throws IOException {
        try {
            return new SecondOpinion(proxy, DirHash.ofZip(zip), "");
        } catch (InvalidModuleZipException e) {
            return new SecondOpinion(proxy, "", "serves a zip that is broken");
        }
    }

    /**
     * What follows from it, as a sentence or two; {@code ""} when there was nobody to ask.
     *
     * @param from who served the wrong bytes
     * @param actual their hash
     * @param expected the right hash
     */
    String sentence(String from, String actual, String expected) {
        if (proxy.isEmpty()) {
            return "";
        }
        if (hash.isEmpty()) {
            return " For comparison: " + proxy + " " + problem + ".";
        }
        if (hash.equals(expected)) {
            return " For comparison: " + proxy + " serves the right bytes, so " + from
                    + " is wrong, by damage or on purpose.";
        }
        if (hash.equals(actual)) {
            return " For comparison: " + proxy + " serves the same bytes as " + from
                    + ", so the author has probably moved the tag.";
        }
        return " For comparison: " + proxy + " serves yet others, " + hash + ".";
    }
}
