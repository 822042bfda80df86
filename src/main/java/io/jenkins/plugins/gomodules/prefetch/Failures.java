package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.gocommand.GoCommandException;
import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import io.jenkins.plugins.gomodules.goproxy.DirectFetchException;
import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.InvalidAnswerException;
import io.jenkins.plugins.gomodules.modcache.ModCacheException;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.modgraph.GoModException;
import io.jenkins.plugins.gomodules.modgraph.GraphFailure;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import java.io.IOException;

/** Says of an exception what failed, in the terms of the failure catalog. */
final class Failures {
    private Failures() {}

    /** A failure of one module. */
    static PrefetchFailure of(ModuleVersion module, String stage, Throwable e) {
        return of(module.path(), module.version(), stage, e);
    }

    /** A failure of a go.mod file that the module graph needs; the message tells who requires it, if others do. */
    static PrefetchFailure ofGraph(GraphFailure failure) {
        PrefetchFailure plain = of(failure.module(), "mod", failure.cause());
        StringBuilder message = new StringBuilder(plain.message());
        if (failure.path().size() > 2) {
            sentence(message).append("It is required by ");
            for (int i = 0; i < failure.path().size() - 1; i++) {
                message.append(i == 0 ? "" : " → ").append(failure.path().get(i));
            }
            message.append('.');
        }
        if (!failure.hint().isEmpty()) {
            sentence(message).append(failure.hint()).append('.');
        }
        return plain.withMessage(message.toString());
    }

    /** Ends the sentence before, if it has not ended, so that another can follow. */
    private static StringBuilder sentence(StringBuilder text) {
        return text.append(text.length() == 0 || text.charAt(text.length() - 1) == '.' ? " " : ". ");
    }

    /** A failure of the project's own files or of the settings. */
    static PrefetchFailure ofPlan(Throwable e) {
        return of("", "", "plan", e);
    }

    private static PrefetchFailure of(String module, String version, String stage, Throwable e) {
        if (e instanceof FetchException fetch) {
            return new PrefetchFailure(
                    module,
                    version,
                    stage,
                    fetch.reason().id(),
                    fetch.getMessage() + remedy(fetch),
                    fetch.proxy(),
                    fetch.status(),
                    fetch.attempts());
        }
        if (e instanceof SpoiltZipException spoilt) {
            return new PrefetchFailure(
                    module,
                    version,
                    stage,
                    "module-zip-invalid",
                    spoilt.getMessage(),
                    spoilt.proxy(),
                    0,
                    spoilt.attempts());
        }
        if (e instanceof UntrustedException untrusted && e.getCause() instanceof FetchException fetch) {
            return new PrefetchFailure(
                    module,
                    version,
                    "verify",
                    untrusted.causeId(),
                    untrusted.getMessage(),
                    fetch.proxy(),
                    fetch.status(),
                    fetch.attempts());
        }
        if (e instanceof UntrustedException untrusted) {
            return new PrefetchFailure(
                    module,
                    version,
                    "verify",
                    untrusted.causeId(),
                    message(e),
                    untrusted.proxy(),
                    0,
                    untrusted.attempts());
        }
        return new PrefetchFailure(module, version, stage, causeId(e), message(e), "", 0, 0);
    }

    private static String causeId(Throwable e) {
        if (e instanceof UntrustedException untrusted) {
            return untrusted.causeId();
        }
        if (e instanceof VersionControlException failure) {
            return failure.causeId();
        }
        if (e instanceof GoCommandException) {
            return "go-command-failed";
        }
        if (e instanceof TimeLimitException) {
            return "prefetch-timeout";
        }
        if (e instanceof GoModException goMod) {
            return goMod.id();
        }
        if (e instanceof ModCacheException cache) {
            return switch (cache.reason()) {
                case DISK_FULL -> "disk-full";
                case PERMISSION, READ_ONLY, NOT_A_DIRECTORY -> "cache-permission";
                case CORRUPT, OTHER -> "cache-corrupt";
            };
        }
        if (e instanceof ModFileException) {
            return "go-mod-syntax";
        }
        if (e instanceof DirectFetchException || e instanceof GoCommandMissingException) {
            return "go-command-missing";
        }
        if (e instanceof InvalidModuleZipException) {
            return "module-zip-invalid";
        }
        if (e instanceof InvalidAnswerException) {
            return "goproxy-unavailable";
        }
        if (e instanceof InvalidModuleException) {
            return "go-mod-syntax";
        }
        if (e instanceof IllegalArgumentException || e instanceof GoEnvironmentException) {
            return "settings-invalid";
        }
        return e instanceof IOException io ? FetchCause.ofLocalFile(io).id() : "internal-error";
    }

    private static String message(Throwable e) {
        if (e instanceof DirectFetchException) {
            return "it comes from version control only (" + e.getMessage()
                    + "), which the native engine cannot do. Install Go and Git on the agent and use engine: 'auto' or"
                    + " 'go', or name a proxy that has the module.";
        }
        if (e instanceof java.nio.file.FileSystemException file && file.getReason() == null) {
            return e.getClass().getSimpleName().replace("Exception", "") + ": " + file.getFile();
        }
        // A file with several errors has a line for each; a failure is one.
        return e.getMessage() == null ? e.toString() : e.getMessage().replace("\n", "; ");
    }

    private static String remedy(FetchException e) {
        return switch (e.reason()) {
            case VERSION_NOT_FOUND ->
                ". Check path and version in go.mod. A private module is not to be had from a"
                        + " public proxy: name it in GOPRIVATE, or use a proxy that has it.";
            case PROXY_OFF -> ". Set GOPROXY to a proxy that has it, or fill the module cache beforehand.";
            // Which login for which host is for the message itself to say.
            case AUTH_REQUIRED, AUTH_DENIED -> ".";
            case RATE_LIMITED -> ". Lower parallelism, or use a proxy of your own.";
            case TLS_UNTRUSTED ->
                ". If a corporate proxy inspects TLS, its certificate must be in this Java's trust store.";
            case CONNECTION_REFUSED -> ". Nothing listens there, or a firewall refuses.";
            case NETWORK_TIMEOUT -> ". A firewall may drop the packets; is an HTTP proxy needed (HTTPS_PROXY)?";
            case DNS_FAILURE -> ". Is the name right, and can this machine resolve names outside?";
            case DISK_FULL -> ". Free space, or choose another module cache.";
            case CACHE_PERMISSION -> ". The module cache must be writable by the user of the agent.";
            default -> "";
        };
    }
}
