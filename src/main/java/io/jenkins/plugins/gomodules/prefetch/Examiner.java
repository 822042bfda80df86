package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds out about bytes with a wrong hash what can be found out before they are forgotten: when they came, what another proxy
 * serves, and, on request, the bytes themselves. Safe for any number of threads.
 */
final class Examiner {
    /** Modules of which another proxy is asked: if more are wrong, more of the same would be learnt. */
    private static final int MOST_OPINIONS = 5;

    private final ProxyChain proxies;
    private final ModulePatterns secret;
    private final Quarantine quarantine;
    private final AtomicInteger opinions = new AtomicInteger();

    /**
     * @param secret modules whose names are not to be told to more proxies than have to know them
     * @param quarantine where bytes are kept, if they are
     */
    Examiner(ProxyChain proxies, ModulePatterns secret, Quarantine quarantine) {
        this.proxies = proxies;
        this.secret = secret;
        this.quarantine = quarantine;
    }

    /**
     * Examines a file.
     *
     * @param wrong how its hash was found to be wrong
     * @param bytes the file
     * @return the same with what was found out, to be thrown
     */
    UntrustedException examine(ModuleFile file, UntrustedException wrong, Fetched fetched, Quarantine.Bytes bytes)
            throws InterruptedException {
        if (wrong.mismatch().isEmpty()) {
            return wrong;
        }
        UntrustedException.Mismatch mismatch = wrong.mismatch().get();
        String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        StringBuilder more = new StringBuilder(" They came at ").append(when).append('.');
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("module", file.module().path());
        note.put("version", file.module().version());
        note.put("part", file.kind() == ModuleFile.Kind.ZIP ? "zip" : "mod");
        note.put("expected", mismatch.expected());
        note.put("expectedBy", mismatch.by());
        note.put("actual", mismatch.actual());
        note.put("proxy", fetched.proxy());
        note.put("time", when);
        if (!secret.matches(file.module().path()) && opinions.incrementAndGet() <= MOST_OPINIONS) {
            SecondOpinion other = SecondOpinion.ask(proxies, file, fetched.proxy());
            more.append(other.sentence(fetched.proxy(), mismatch.actual(), mismatch.expected()));
            note.put("otherProxy", other.proxy());
            note.put("otherHash", other.hash());
            note.put("otherProblem", other.problem());
        }
        try {
            Optional<Path> kept = quarantine.keep(file, mismatch.actual(), bytes, note);
            kept.ifPresent(
                    path -> more.append(" The bytes are kept in ").append(path).append('.'));
        } catch (IOException e) {
            more.append(" The bytes could not be kept: ").append(e).append('.');
        }
        return wrong.with(more.toString(), fetched);
    }
}
