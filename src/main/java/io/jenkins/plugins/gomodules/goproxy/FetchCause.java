package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import io.jenkins.plugins.gomodules.http.HttpProxyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a file could not be had from a proxy. The ids are those of the failure catalog. */
public enum FetchCause {
    NETWORK_TIMEOUT("network-timeout", true),
    DNS_FAILURE("dns-failure", true),
    CONNECTION_REFUSED("connection-refused", true),
    TLS_UNTRUSTED("tls-untrusted", false),
    HTTP_PROXY_FAILURE("http-proxy-failure", false),
    GOPROXY_UNAVAILABLE("goproxy-unavailable", true),
    RATE_LIMITED("rate-limited", true),
    AUTH_REQUIRED("auth-required", false),
    AUTH_DENIED("auth-denied", false),
    VERSION_NOT_FOUND("version-not-found", false),
    PROXY_OFF("goproxy-unavailable", false),
    BAD_ANSWER("goproxy-unavailable", false),
    INSECURE_LOGIN("settings-invalid", false),
    DISK_FULL("disk-full", false),
    CACHE_PERMISSION("cache-permission", false),
    CACHE_FAILURE("cache-corrupt", false);

    private final String id;
    private final boolean passing;

    FetchCause(String id, boolean passing) {
        this.id = id;
        this.passing = passing;
    }

    /** The id in the failure catalog. */
    public String id() {
        return id;
    }

    /** Whether the same request may well succeed a little later. */
    boolean isPassing() {
        return passing;
    }

    /** Whether the server could not even be spoken to. */
    boolean isUnreachable() {
        return switch (this) {
            case NETWORK_TIMEOUT, DNS_FAILURE, CONNECTION_REFUSED, TLS_UNTRUSTED, HTTP_PROXY_FAILURE -> true;
            default -> false;
        };
    }

    /** What an HTTP status other than 200 and 206 means, RFC 9110 section 15. */
    public static FetchCause ofStatus(int status) {
        return switch (status) {
            case 401 -> AUTH_REQUIRED;
            case 403 -> AUTH_DENIED;
            case 404, 410 -> VERSION_NOT_FOUND;
            case 407 -> HTTP_PROXY_FAILURE;
            case 408 -> NETWORK_TIMEOUT;
            // What was left of a broken transfer is not to be had, so the next try begins anew.
            case 416 -> GOPROXY_UNAVAILABLE;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 && status != 501 && status != 505 ? GOPROXY_UNAVAILABLE : BAD_ANSWER;
        };
    }

    /** What it means that the network gave this up. */
    public static FetchCause ofNetwork(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return NETWORK_TIMEOUT;
        }
        if (e instanceof UnknownHostException) {
            return DNS_FAILURE;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return CONNECTION_REFUSED;
        }
        if (e instanceof HttpProxyException) {
            return HTTP_PROXY_FAILURE;
        }
        if (e instanceof SSLException && isDistrust(e)) {
            return TLS_UNTRUSTED;
        }
        return e instanceof HttpProtocolException ? BAD_ANSWER : GOPROXY_UNAVAILABLE;
    }

    /** A connection that merely broke while TLS was on it is an SSLException too, but says nothing of trust. */
    private static boolean isDistrust(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.security.GeneralSecurityException) {
                return true;
            }
        }
        return e instanceof javax.net.ssl.SSLHandshakeException
                || e instanceof javax.net.ssl.SSLPeerUnverifiedException;
    }

    /** What it means that a local file could not be read or written. */
    public static FetchCause ofLocalFile(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space") || message.contains("quota")) {
            return DISK_FULL;
        }
        if (e instanceof AccessDeniedException
                || message.contains("read-only file system")
                || message.contains("permission denied")
                || message.contains("operation not permitted")) {
            return CACHE_PERMISSION;
        }
        return e instanceof FileSystemException && !(e instanceof NoSuchFileException)
                ? CACHE_PERMISSION
                : CACHE_FAILURE;
    }
}
