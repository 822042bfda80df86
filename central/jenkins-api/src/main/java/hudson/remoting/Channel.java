package hudson.remoting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls between two JVMs: callables, results and exceptions travel through Java serialization, cancelling a call
 * interrupts its thread on the other side, and the end of the channel aborts what waits and interrupts what runs.
 * Unlike Jenkins' channel it neither loads classes remotely nor filters them, and it proxies no interfaces.
 */
public class Channel implements VirtualChannel, Closeable {
    private static final ThreadLocal<Channel> CURRENT = new ThreadLocal<>();

    private final String name;
    private final ExecutorService executor;
    private final DataOutputStream out;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Pending<Object>> pending = new ConcurrentHashMap<>();
    private final Map<Integer, java.util.concurrent.Future<?>> executing = new ConcurrentHashMap<>();
    private final Map<Integer, OutputStream> exported = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile IOException closeCause;

    public Channel(String name, ExecutorService executor, InputStream in, OutputStream out) throws IOException {
        this.name = name;
        this.executor = executor;
        this.out = new DataOutputStream(out);
        Thread reader = new Thread(() -> read(new DataInputStream(in)), "Channel reader thread: " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Told when the channel has ended. */
    public abstract static class Listener {
        public void onClosed(Channel channel, IOException cause) {}
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public boolean isClosingOrClosed() {
        return closeCause != null;
    }

    public static Channel current() {
        return CURRENT.get();
    }

    public String getName() {
        return name;
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        Pending<V> request = send(callable);
        try {
            return request.get();
        } catch (InterruptedException x) {
            request.cancel(true);
            throw x;
        } catch (ExecutionException x) {
            @SuppressWarnings("unchecked") // what it declares, or something unchecked: RequestAbortedException too
            T thrown = (T) x.getCause();
            throw thrown;
        }
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        return send(callable);
    }

    @SuppressWarnings("unchecked")
    private <V> Pending<V> send(Callable<V, ?> callable) throws IOException {
        Pending<V> request = new Pending<>(ids.incrementAndGet());
        pending.put(request.id, (Pending<Object>) request);
        try {
            send(new Request(request.id, callable));
        } catch (IOException | RuntimeException x) {
            pending.remove(request.id);
            throw x;
        }
        return request;
    }

    int export(OutputStream stream) {
        int id = ids.incrementAndGet();
        exported.put(id, stream);
        return id;
    }

    void sendBytes(int id, byte[] bytes) throws IOException {
        send(new Chunk(id, bytes));
    }

    private void send(Command command) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Channel before = CURRENT.get();
        CURRENT.set(this);
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(command);
        } finally {
            CURRENT.set(before);
        }
        if (closeCause != null) {
            throw new ChannelClosedException("Channel \"" + name + "\" is closed", closeCause);
        }
        synchronized (out) {
            out.writeInt(bytes.size());
            bytes.writeTo(out);
            out.flush();
        }
    }

    private void read(DataInputStream in) {
        CURRENT.set(this);
        try (in) {
            while (true) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                ((Command) new Objects(bytes).readObject()).execute(this);
            }
        } catch (IOException x) {
            terminate(x);
        } catch (ClassNotFoundException | RuntimeException x) {
            terminate(new IOException("Unexpected command on channel " + name, x));
        }
    }

    public void terminate(IOException cause) {
        synchronized (listeners) {
            if (closeCause != null) {
                return;
            }
            closeCause = cause;
        }
        pending.values().forEach(request -> request.answer.completeExceptionally(new RequestAbortedException(cause)));
        executing.values().forEach(call -> call.cancel(true));
        listeners.forEach(listener -> listener.onClosed(this, cause));
        closed.countDown();
    }

    @Override
    public void close() throws IOException {
        terminate(new ChannelClosedException("Channel \"" + name + "\" was closed", null));
        out.close();
    }

    @Override
    public void join() throws InterruptedException {
        closed.await();
    }

    private static final class Objects extends ObjectInputStream {
        Objects(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, Channel.class.getClassLoader());
            } catch (ClassNotFoundException x) {
                return super.resolveClass(description);
            }
        }
    }

    private interface Command extends Serializable {
        void execute(Channel channel);
    }

    private record Request(int id, Callable<?, ?> callable) implements Command {
        @Override
        public void execute(Channel channel) {
            FutureTask<Void> task = new FutureTask<>(() -> run(channel), null);
            channel.executing.put(id, task);
            channel.executor.execute(task);
        }

        private void run(Channel channel) {
            CURRENT.set(channel);
            Object value = null;
            Throwable thrown = null;
            try {
                value = callable.call();
            } catch (Throwable x) {
                thrown = x;
            }
            channel.executing.remove(id);
            Thread.interrupted();
            channel.respond(id, value, thrown);
        }
    }

    private void respond(int id, Object value, Throwable thrown) {
        try {
            try {
                send(new Response(id, value, thrown));
            } catch (NotSerializableException x) {
                send(new Response(id, null, new IOException("Failed to serialize " + value + thrown, x)));
            }
        } catch (IOException x) {
            terminate(x);
        }
    }

    private record Response(int id, Object value, Throwable thrown) implements Command {
        @Override
        public void execute(Channel channel) {
            Pending<Object> request = channel.pending.remove(id);
            if (request == null) {
                return;
            }
            if (thrown == null) {
                request.answer.complete(value);
            } else {
                request.answer.completeExceptionally(thrown);
            }
        }
    }

    private record Cancel(int id) implements Command {
        @Override
        public void execute(Channel channel) {
            java.util.concurrent.Future<?> call = channel.executing.get(id);
            if (call != null) {
                call.cancel(true);
            }
        }
    }

    private record Chunk(int id, byte[] bytes) implements Command {
        @Override
        public void execute(Channel channel) {
            try {
                OutputStream stream = channel.exported.get(id);
                stream.write(bytes);
                stream.flush();
            } catch (IOException x) {
                channel.exported.put(id, OutputStream.nullOutputStream());
            }
        }
    }

    /** As remoting's: once cancelled it is done for the caller, whatever still runs on the other side. */
    private final class Pending<V> implements Future<V> {
        final int id;
        final CompletableFuture<V> answer = new CompletableFuture<>();
        private volatile boolean cancelled;

        Pending(int id) {
            this.id = id;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (isDone()) {
                return false;
            }
            cancelled = true;
            if (mayInterruptIfRunning) {
                try {
                    send(new Cancel(id));
                } catch (IOException x) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return cancelled || answer.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            if (cancelled) {
                throw new CancellationException();
            }
            return answer.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            if (cancelled) {
                throw new CancellationException();
            }
            return answer.get(timeout, unit);
        }
    }
}
