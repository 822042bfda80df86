package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on a loopback address, one daemon thread a connection; closing ends them all. */
public abstract class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean closed;

    LoopbackServer() throws IOException {
        this("127.0.0.1");
    }

    /** On another address (127.0.0.2, …) it is another host to whoever keeps logins apart. */
    LoopbackServer(String address) throws IOException {
        listener = new ServerSocket(0, BACKLOG, InetAddress.getByName(address));
    }

    final void listen() {
        spawn("loopback-accept", () -> {
            while (!closed) {
                accept(listener.accept());
            }
        });
    }

    public final String address() {
        return listener.getInetAddress().getHostAddress();
    }

    public final int port() {
        return listener.getLocalPort();
    }

    /** Connections accepted so far. */
    public final int connections() {
        return connections.get();
    }

    /** Connections that are open now. */
    public final int openConnections() {
        return open.size();
    }

    /** Waits until there are none: every client has let go of its own. */
    public final void awaitNoConnections() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (open) {
            while (!open.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(open.size() + " connections are still open");
                }
                open.wait(left);
            }
        }
    }

    /** Talks on a connection until it is done; the socket is closed afterwards. */
    abstract void serve(Socket socket, int number) throws IOException, InterruptedException;

    private void accept(Socket socket) {
        int number = connections.incrementAndGet();
        open.add(socket);
        spawn("loopback-" + number, () -> {
            try (socket) {
                serve(socket, number);
            } finally {
                open.remove(socket);
                synchronized (open) {
                    open.notifyAll();
                }
            }
        });
    }

    /** Something that runs in a thread of its own until the connection or the server ends. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    final Thread spawn(String name, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException ended) {
                // The peer or the test has ended the connection: nothing is left to do for it.
                return;
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        thread.setName(name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** RST instead of FIN when the socket is closed. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        closed = true;
        quietly(listener);
        open.forEach(LoopbackServer::quietly);
        threads.forEach(Thread::interrupt);
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception ignored) {
            // It was closing that mattered; a socket that fails at it is gone as well.
            return;
        }
    }
}
