package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.http.HttpProxy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.sumdb.SumDbSetting;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * How servers are tested.
 *
 * @param module what is fetched; it has passed {@link ModuleVersion#check}
 * @param noProxy GONOPROXY: modules that no proxy is asked for
 * @param sumDb GOSUMDB; {@code off} or {@code ""} for none
 * @param logins for proxies whose URL has none
 * @param proxies the HTTP proxy on the way to a URL, if any
 * @param timeouts for each stage; a redirect or several addresses may take that several times
 * @param limitMillis what all together may take, in milliseconds
 * @param trust whom TLS trusts
 */
public record ProbeSettings(
        ModuleVersion module,
        ModulePatterns noProxy,
        String sumDb,
        ProxyLogins logins,
        Function<URI, Optional<HttpProxy>> proxies,
        HttpTimeouts timeouts,
        long limitMillis,
        TrustSource trust) {

    /** Small, old, without dependencies, and at every public mirror. */
    public static final ModuleVersion DEFAULT_MODULE = new ModuleVersion("github.com/pkg/errors", "v0.9.1");

    /** Half of what a person waits for. */
    public static final long DEFAULT_LIMIT_MILLIS = 30_000;

    /** No proxies on the way and no logins, the usual module and checksum database. */
    public static final ProbeSettings DEFAULT = new ProbeSettings(
            DEFAULT_MODULE,
            ModulePatterns.NONE,
            "sum.golang.org",
            ProxyLogins.NONE,
            uri -> Optional.empty(),
            new HttpTimeouts(5_000, 8_000),
            DEFAULT_LIMIT_MILLIS,
            TrustSource.OF_THIS_JAVA);

    /**
     * As a build would have it in an environment: its GO* variables, HTTP proxies and netrc file.
     *
     * @param logins that count before those of the netrc file
     */
    public static ProbeSettings of(GoEnvironment environment, ProxyLogins logins) {
        return DEFAULT.withNoProxy(environment.noProxy())
                .withSumDb(environment.sumDbEnabled() ? environment.get("GOSUMDB") : SumDbSetting.OFF)
                .withLogins(logins.withNetrc(environment.netrc()))
                .withProxies(environment.httpProxies()::forUrl);
    }

    public ProbeSettings withModule(ModuleVersion other) {
        return new ProbeSettings(other, noProxy, sumDb, logins, proxies, timeouts, limitMillis, trust);
    }

    public ProbeSettings withNoProxy(ModulePatterns other) {
        return new ProbeSettings(module, other, sumDb, logins, proxies, timeouts, limitMillis, trust);
    }

    public ProbeSettings withSumDb(String other) {
        return new ProbeSettings(module, noProxy, other, logins, proxies, timeouts, limitMillis, trust);
    }

    public ProbeSettings withLogins(ProxyLogins other) {
        return new ProbeSettings(module, noProxy, sumDb, other, proxies, timeouts, limitMillis, trust);
    }

    public ProbeSettings withProxies(Function<URI, Optional<HttpProxy>> other) {
        return new ProbeSettings(module, noProxy, sumDb, logins, other, timeouts, limitMillis, trust);
    }

    public ProbeSettings withTimeouts(HttpTimeouts other) {
        return new ProbeSettings(module, noProxy, sumDb, logins, proxies, other, limitMillis, trust);
    }

    public ProbeSettings withLimitMillis(long other) {
        return new ProbeSettings(module, noProxy, sumDb, logins, proxies, timeouts, other, trust);
    }

    public ProbeSettings withTrust(TrustSource other) {
        return new ProbeSettings(module, noProxy, sumDb, logins, proxies, timeouts, limitMillis, other);
    }
}
