package io.jenkins.plugins.gomodules.git;

/** How a Git host is reached. */
public enum HostProtocol {
    /** HTTPS with a user name and a password or token. */
    HTTPS("https", 443),
    /** SSH with a key. */
    SSH("ssh", 22);

    private final String id;
    private final int port;

    HostProtocol(String id, int port) {
        this.id = id;
        this.port = port;
    }

    /** As it is written in a binding: {@code https} or {@code ssh}. */
    public String id() {
        return id;
    }

    /** The port that need not be written. */
    int port() {
        return port;
    }

    /**
     * The protocol with this {@link #id()}.
     *
     * @throws IllegalArgumentException naming the value
     */
    public static HostProtocol parse(String text) {
        for (HostProtocol each : values()) {
            if (each.id.equals(text)) {
                return each;
            }
        }
        throw Fields.wrong("protocol", Fields.quote(text) + " is not known; write 'https' or 'ssh'");
    }
}
