package io.jenkins.plugins.gomodules.goenv;

import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;

/**
 * An HTTP proxy that the environment names.
 *
 * @param scheme {@code http}, {@code https} (TLS to the proxy itself), {@code socks5} or {@code socks5h}
 * @param host its name or address, without brackets
 * @param port its port, 1 to 65535
 * @param userInfo {@code user:password} with escapes undone, or {@code ""}; secret
 */
public record ProxyServer(String scheme, String host, int port, String userInfo) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether it speaks SOCKS rather than HTTP. */
    public boolean isSocks() {
        return scheme.startsWith("socks");
    }

    /** The proxy for {@code java.net}; its name is looked up when it is used. */
    public Proxy toJava() {
        return new Proxy(
                isSocks() ? Proxy.Type.SOCKS : Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** The proxy as it may be shown: without user name and password. */
    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
