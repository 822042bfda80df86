package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.ServerText;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;

/**
 * Tests a Git host over SSH: reads the line by which the server introduces itself (RFC 4253, section 4.2) and sends nothing.
 * The keys that it shows are the business of {@link HostKeyScan}.
 */
final class SshProbe implements TimeLimit.Task {
    private static final int MAX_BYTES = 8 * 1024;

    private final GitHost git;
    private final ProbeSettings settings;
    private final Trail trail;
    private List<InetAddress> addresses = List.of();
    private volatile Socket open;

    SshProbe(GitHost git, ProbeSettings settings) {
        this.git = git;
        this.settings = settings;
        this.trail = new Trail(git.name(), "", null, git.host());
    }

    @Override
    public void run() throws InterruptedException {
        trail.attempt(Stage.RESOLVE, this::resolve);
        trail.attempt(Stage.CONNECT, this::connect);
        trail.attempt(Stage.SSH, this::introduction);
        if (trail.hasFailed()) {
            trail.skip(Stage.HOST_KEY, "");
        } else {
            new HostKeyScan(git, settings.timeouts()).run(trail);
        }
    }

    private Trail.Found resolve() throws StageFailure, InterruptedException {
        try {
            addresses = Lookup.addresses(git.host(), settings.timeouts().connectMillis());
            return new Trail.Found(Outcome.OK, "", List.of(Lookup.fact(addresses)));
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
    }

    private Trail.Found connect() throws StageFailure {
        InetAddress address = addresses.get(0);
        Socket socket = new Socket();
        open = socket;
        try {
            socket.setSoTimeout(settings.timeouts().readMillis());
            socket.connect(
                    new InetSocketAddress(address, git.port()),
                    settings.timeouts().connectMillis());
            return new Trail.Found(
                    Outcome.OK, "", List.of(new Fact("address", address.getHostAddress() + " port " + git.port())));
        } catch (SocketTimeoutException e) {
            throw new StageFailure(
                    FetchCause.NETWORK_TIMEOUT.id(),
                    git.host() + " port " + git.port() + ": connecting took longer than "
                            + settings.timeouts().connectMillis() + " ms",
                    0,
                    List.of());
        } catch (IOException e) {
            throw new StageFailure(
                    FetchCause.ofNetwork(e).id(),
                    git.host() + " port " + git.port() + ": "
                            + StageFailure.ofNetwork(e).getMessage(),
                    0,
                    List.of());
        }
    }

    private Trail.Found introduction() throws StageFailure {
        try (Socket socket = open) {
            String line = readIntroduction(socket.getInputStream());
            if (line.isEmpty()) {
                throw new StageFailure(
                        "vcs-failure", "the server at this port does not introduce itself as SSH", 0, List.of());
            }
            return new Trail.Found(Outcome.OK, "", List.of(new Fact("server", ServerText.clean(line))));
        } catch (IOException e) {
            throw StageFailure.ofNetwork(e);
        }
    }

    /** Other lines may come before it. */
    private String readIntroduction(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        long end = System.nanoTime() + settings.timeouts().readMillis() * 1_000_000L;
        for (int read = 0; read < MAX_BYTES; read++) {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the server introduced itself too slowly");
            }
            int next = in.read();
            if (next < 0 || next == '\n') {
                if (line.indexOf("SSH-") == 0) {
                    return line.toString().strip();
                }
                if (next < 0) {
                    return "";
                }
                line.setLength(0);
            } else {
                line.append((char) next);
            }
        }
        return "";
    }

    TargetReport report() {
        return trail.finish(settings.limitMillis());
    }

    @Override
    public void close() {
        report();
        Socket socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing is lost: the connection is not used again.
            }
        }
    }
}
