package io.jenkins.plugins.gomodules.probe;

/** The steps on the way to a module, in the order in which they are tried. */
public enum Stage {
    /** The host's name becomes addresses. */
    RESOLVE("resolve"),
    /** A connection is opened. */
    CONNECT("connect"),
    /** An HTTP proxy is asked for a tunnel. */
    TUNNEL("tunnel"),
    /** The server shows its certificate. */
    TLS("tls"),
    /** The server answers a request. */
    HTTP("http"),
    /** The files of a module arrive. */
    MODULE("module"),
    /** The checksum database answers, through the proxy or directly. */
    SUMDB("sumdb"),
    /** An SSH server says its name. */
    SSH("ssh"),
    /** The key that an SSH server shows is compared with those that are known. */
    HOST_KEY("host-key");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    /** The name in JSON and in texts that are looked up. */
    public String id() {
        return id;
    }
}
