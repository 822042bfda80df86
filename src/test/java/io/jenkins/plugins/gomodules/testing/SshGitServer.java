package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Git over SSH on a loopback address: the machine's own sshd, one process a connection ({@code sshd -i}), with a host
 * key, authorized keys and a configuration that are this server's alone.
 *
 * <p>It runs as the user of the test, so {@link #user()} is the only one who gets in, and only with a key that was
 * {@link #authorize authorized}. All that such a client can do is git-upload-pack on a repository below the directory.
 * What each client showed is read from sshd's log: {@link #attempts()}.
 */
public final class SshGitServer extends LoopbackServer {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    /** sshd, when root starts it, insists on this directory; its service makes it at each start. */
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path dir;
    private final SshKeys hostKey;
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final List<SshdLog> ended = new ArrayList<>();

    private SshGitServer(String address, Path dir, SshKeys hostKey) throws IOException {
        super(address);
        this.dir = dir;
        this.hostKey = hostKey;
    }

    /** Serves the repositories below the directory. Without sshd, the test is skipped and says so. */
    public static SshGitServer startOrSkip(String address, Path repositories) throws IOException, InterruptedException {
        return startOrSkip(address, repositories, "no");
    }

    /** One that lets nobody in, but takes (and records) passwords as well as keys. */
    public static SshGitServer startHostile(String address) throws IOException, InterruptedException {
        return startOrSkip(address, Path.of("/nowhere"), "yes");
    }

    private static SshGitServer startOrSkip(String address, Path repositories, String passwords)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(SSHD), "skipped: needs an SSH server, and there is no " + SSHD);
        Path git = Tools.orSkip("git");
        SshKeys hostKey = SshKeys.ed25519();
        if (isRoot()) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        Path dir = Files.createTempDirectory("gomodules-sshd");
        SshGitServer server = new SshGitServer(address, dir, hostKey);
        Path key = Files.createFile(
                dir.resolve("host_key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, hostKey.privateKey());
        Files.writeString(dir.resolve("command"), command(git, repositories));
        Files.writeString(dir.resolve("config"), configuration(dir, passwords));
        server.authorize();
        server.listen();
        return server;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String configuration(Path dir, String passwords) {
        return String.join(
                "\n",
                "HostKey " + dir.resolve("host_key"),
                "AuthorizedKeysFile " + dir.resolve("authorized_keys"),
                "ForceCommand /bin/sh " + dir.resolve("command"),
                "AcceptEnv GIT_PROTOCOL",
                "AllowAgentForwarding no",
                "AllowTcpForwarding no",
                "KbdInteractiveAuthentication no",
                "LogLevel DEBUG2",
                "MaxAuthTries 50",
                "PasswordAuthentication " + passwords,
                "PermitRootLogin yes",
                "PermitTTY no",
                "PidFile none",
                "PrintMotd no",
                "StrictModes no",
                // Without PAM sshd reads /etc/shadow to see that the account is not locked, and only root can.
                "UsePAM " + (isRoot() ? "no" : "yes"),
                "X11Forwarding no",
                "");
    }

    /** Git's clients quote the path: {@code git-upload-pack '/team/lib.git'}. */
    private static String command(Path git, Path repositories) {
        return String.join(
                "\n",
                "case \"$SSH_ORIGINAL_COMMAND\" in",
                "    *..* | *\\\"*) refused=1 ;;",
                "    \"git-upload-pack '\"*\"'\" | \"git upload-pack '\"*\"'\") refused= ;;",
                "    *) refused=1 ;;",
                "esac",
                "if [ -n \"$refused\" ]; then echo \"only git-upload-pack is served\" >&2; exit 1; fi",
                "path=${SSH_ORIGINAL_COMMAND#*\\'}",
                "path=${path%\\'}",
                "path='" + repositories + "'/${path#/}",
                "[ -d \"$path\" ] || path=$path.git",
                "if [ ! -d \"$path\" ]; then echo \"repository not found\" >&2; exit 1; fi",
                "GIT_CONFIG_NOSYSTEM=1 exec '" + git + "' upload-pack \"$path\"",
                "");
    }

    /** From now on exactly these keys let {@link #user()} in. */
    public SshGitServer authorize(SshKeys... keys) throws IOException {
        List<String> lines = List.of(keys).stream().map(SshKeys::publicKey).toList();
        Files.write(dir.resolve("authorized_keys"), lines);
        return this;
    }

    /** The one user who can get in: whoever runs the test. */
    public String user() {
        return System.getProperty("user.name");
    }

    /** For a known_hosts file; no newline. */
    public String knownHostsLine() {
        return "[" + address() + "]:" + port() + " " + hostKey.bareKey();
    }

    /** Of the host's key: SHA256:…. */
    public String fingerprint() {
        return hostKey.fingerprint();
    }

    /** ssh://user@address:port/path; the path begins without a slash. */
    public String sshUrl(String path) {
        return "ssh://" + user() + "@" + address() + ":" + port() + "/" + path;
    }

    /** Address and port. */
    public String hostPort() {
        return address() + ":" + port();
    }

    /** Everybody who has tried so far, in the order in which they left; waits until all who came have left. */
    public List<SshAttempt> attempts() throws InterruptedException {
        return logs().stream().map(SshdLog::attempt).toList();
    }

    /** Fingerprints of all public keys that anybody has shown so far, in order and without repetition. */
    public List<String> offered() throws InterruptedException {
        return attempts().stream()
                .flatMap(attempt -> attempt.offered().stream())
                .distinct()
                .toList();
    }

    /** Fingerprints of the keys with which somebody got in, in order and without repetition. */
    public List<String> accepted() throws InterruptedException {
        return attempts().stream()
                .flatMap(attempt -> attempt.accepted().stream())
                .distinct()
                .toList();
    }

    /** All that sshd has written, for the message of a test that fails. */
    public String log() throws InterruptedException {
        return String.join("\n\n", logs().stream().map(SshdLog::text).toList());
    }

    private List<SshdLog> logs() throws InterruptedException {
        synchronized (ended) {
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (ended.size() < connections()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("an SSH client has stayed for a minute");
                }
                ended.wait(left);
            }
            return List.copyOf(ended);
        }
    }

    @Override
    void serve(Socket socket, int number) throws IOException, InterruptedException {
        Path log = dir.resolve("log-" + number);
        Process sshd = new ProcessBuilder(SSHD.toString(), "-i", "-f", dir + "/config", "-E", log.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(sshd);
        try {
            spawn("sshd-up-" + number, () -> {
                try (OutputStream in = sshd.getOutputStream()) {
                    copy(socket.getInputStream(), in);
                }
            });
            try (InputStream out = sshd.getInputStream()) {
                copy(out, socket.getOutputStream());
            }
        } finally {
            socket.close();
            sshd.waitFor();
            processes.remove(sshd);
            synchronized (ended) {
                ended.add(SshdLog.of(log));
                ended.notifyAll();
            }
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }

    @Override
    public void close() {
        super.close();
        for (Process process : processes) {
            process.destroy();
            process.onExit().join();
        }
        Trees.delete(dir);
    }
}
