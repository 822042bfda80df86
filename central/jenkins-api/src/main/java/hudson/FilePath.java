package hudson;

import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Channel;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;
import jenkins.model.Jenkins;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A path on the controller or on an agent; what is asked of it is done where it is. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(/|\\\\\\\\|[A-Za-z]:[/\\\\]).*");

    public static final LocalChannel localChannel = new LocalChannel(Computer.threadPoolForRemoting);

    private final String remote;
    private transient VirtualChannel channel;

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    private interface Action<T> extends Serializable {
        T apply(Path path) throws IOException;
    }

    public FilePath(VirtualChannel channel, String remote) {
        this.channel = channel instanceof LocalChannel ? null : channel;
        this.remote = normalize(remote);
    }

    public FilePath(File localPath) {
        this((VirtualChannel) null, localPath.getPath());
    }

    public FilePath(FilePath base, String rel) {
        this(base.channel, ABSOLUTE.matcher(rel).matches() ? rel : base.remote + (base.isUnix() ? "/" : "\\") + rel);
    }

    private boolean isUnix() {
        return remote.startsWith("/") || !remote.contains("\\");
    }

    /** Takes {@code .} and {@code ..} out, as Jenkins does. */
    public static String normalize(String path) {
        char separator = path.startsWith("/") || !path.contains("\\") ? '/' : '\\';
        String root = path.startsWith("/") ? "/" : "";
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("[/\\\\]+")) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(name.equals("..") && !root.isEmpty())) {
                names.add(name);
            }
        }
        String result = root + String.join(String.valueOf(separator), names);
        return result.isEmpty() ? "." : result;
    }

    public String getRemote() {
        return remote;
    }

    public VirtualChannel getChannel() {
        return channel != null ? channel : localChannel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public Computer toComputer() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins == null
                ? null
                : Stream.of(jenkins.getComputers())
                        .filter(c -> c.getChannel() == getChannel())
                        .findFirst()
                        .orElse(null);
    }

    public String getName() {
        String[] names = remote.split("[/\\\\]+");
        return names.length == 0 ? "" : names[names.length - 1];
    }

    public FilePath getParent() {
        int end = Math.max(remote.lastIndexOf('/'), remote.lastIndexOf('\\'));
        return end < 0 || remote.equals("/") ? null : new FilePath(channel, end == 0 ? "/" : remote.substring(0, end));
    }

    public FilePath sibling(String rel) {
        return getParent().child(rel);
    }

    public FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        return getChannel().call(callable);
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return channel == null ? callable.invoke(new File(remote), localChannel) : channel.call(wrap(callable));
    }

    private <T> Callable<T, Exception> wrapAny(FileCallable<T> callable) {
        return new FileCallableWrapper<>(callable, remote);
    }

    @SuppressWarnings("unchecked") // a file callable throws nothing else
    private <T> Callable<T, IOException> wrap(FileCallable<T> callable) {
        return (Callable<T, IOException>) (Callable<T, ?>) wrapAny(callable);
    }

    private static final class FileCallableWrapper<T> extends MasterToSlaveCallable<T, Exception> {
        private static final long serialVersionUID = 1L;

        private final FileCallable<T> callable;
        private final String path;

        FileCallableWrapper(FileCallable<T> callable, String path) {
            this.callable = callable;
            this.path = path;
        }

        @Override
        public T call() throws IOException, InterruptedException {
            VirtualChannel here = Channel.current();
            return callable.invoke(new File(path), here == null ? localChannel : here);
        }
    }

    private static final class ActionCallable<T> extends MasterToSlaveFileCallable<T> {
        private static final long serialVersionUID = 1L;

        private final Action<T> action;

        ActionCallable(Action<T> action) {
            this.action = action;
        }

        @Override
        public T invoke(File f, VirtualChannel channel) throws IOException {
            return action.apply(f.toPath());
        }
    }

    private <T> T on(Action<T> action) throws IOException, InterruptedException {
        return act(new ActionCallable<>(action));
    }

    public boolean exists() throws IOException, InterruptedException {
        return on(path -> Files.exists(path));
    }

    public boolean delete() throws IOException, InterruptedException {
        on(path -> Files.deleteIfExists(path));
        return true;
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return on(path -> Files.isDirectory(path));
    }

    public long length() throws IOException, InterruptedException {
        return on(Files::size);
    }

    public void mkdirs() throws IOException, InterruptedException {
        on(path -> Files.createDirectories(path).toString());
    }

    public Launcher createLauncher(TaskListener listener) throws IOException, InterruptedException {
        return channel == null
                ? new Launcher.LocalLauncher(listener)
                : new Launcher.RemoteLauncher(listener, channel, channel.call(new IsUnix()));
    }

    private static final class IsUnix extends MasterToSlaveCallable<Boolean, IOException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean call() {
            return File.pathSeparatorChar == ':';
        }
    }

    public List<FilePath> list() throws IOException, InterruptedException {
        String[] names = act(new Names());
        return names == null ? null : Stream.of(names).map(this::child).toList();
    }

    private static final class Names extends MasterToSlaveFileCallable<String[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] invoke(File f, VirtualChannel channel) {
            return f.list();
        }
    }

    /** Sets the permission bits, or none on Windows. */
    public void chmod(int mask) throws IOException, InterruptedException {
        on(path -> {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            PosixFilePermission[] all = PosixFilePermission.values();
            for (int i = 0; i < all.length; i++) {
                if ((mask >> 8 - i & 1) != 0) {
                    permissions.add(all[i]);
                }
            }
            return Functions.isWindows()
                    ? null
                    : Files.setPosixFilePermissions(path, permissions).toString();
        });
    }

    /** The permission bits, or -1 on Windows. */
    public int mode() throws IOException, InterruptedException {
        return on(path -> {
            if (Functions.isWindows()) {
                return -1;
            }
            int mode = 0;
            for (PosixFilePermission each : Files.getPosixFilePermissions(path)) {
                mode |= 1 << 8 - each.ordinal();
            }
            return mode;
        });
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents)
            throws IOException, InterruptedException {
        return createTextTempFile(prefix, suffix, contents, true);
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents, boolean inThisDirectory)
            throws IOException, InterruptedException {
        try {
            return new FilePath(channel, on(path -> {
                Path directory = inThisDirectory ? path : Path.of(System.getProperty("java.io.tmpdir"));
                Files.createDirectories(directory);
                File file = File.createTempFile(prefix, suffix, directory.toFile());
                Files.writeString(file.toPath(), contents, Charset.defaultCharset());
                return file.getPath();
            }));
        } catch (IOException x) {
            throw new IOException("Failed to create a temp file on " + remote, x);
        }
    }

    /** As Jenkins': a directory that everybody may use, as far as the umask lets them. */
    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        String name = prefix + "." + (suffix == null || suffix.isBlank() ? "tmp" : suffix);
        try {
            return child(on(path -> (Functions.isWindows()
                            ? Files.createTempDirectory(path, name)
                            : Files.createTempDirectory(
                                    path,
                                    name,
                                    PosixFilePermissions.asFileAttribute(EnumSet.allOf(PosixFilePermission.class))))
                    .getFileName()
                    .toString()));
        } catch (IOException x) {
            throw new IOException("Failed to create a temp directory on " + remote, x);
        }
    }

    public void symlinkTo(String target, TaskListener listener) throws IOException, InterruptedException {
        on(path -> {
            Files.deleteIfExists(path);
            return Files.createSymbolicLink(path, Path.of(target)).toString();
        });
    }

    public void deleteContents() throws IOException, InterruptedException {
        on(path -> {
            if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    for (Path child : children.toList()) {
                        deleteTree(child);
                    }
                }
            }
            return null;
        });
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        on(path -> deleteTree(path));
    }

    private static Boolean deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            if (!path.toFile().setWritable(true) && !Files.isWritable(path)) {
                throw new IOException("Unable to make " + path + " writable");
            }
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    deleteTree(child);
                }
            }
        }
        return Files.deleteIfExists(path);
    }

    public String readToString() throws IOException, InterruptedException {
        return on(path -> Files.readString(path));
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        byte[] bytes = content.getBytes(charset);
        on(path -> {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return Files.write(path, bytes).toString();
        });
    }

    /** Copies a tree between directories of this machine; file modes are kept. */
    public int copyRecursiveTo(FilePath target) throws IOException, InterruptedException {
        if (isRemote()) {
            throw new UnsupportedOperationException("the stand-in copies trees from the controller only");
        }
        String from = remote;
        return target.on(to -> {
            int files = 0;
            try (Stream<Path> all = Files.walk(Path.of(from))) {
                for (Path path : all.toList()) {
                    Path copy = to.resolve(Path.of(from).relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(
                                path,
                                copy,
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                        files++;
                    }
                }
            }
            return files;
        });
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        Channel target = getChannelForSerialization();
        if (channel != null && channel != target) {
            throw new IllegalStateException(
                    "Can't send a remote FilePath to a different remote channel (current=" + channel + ")");
        }
        out.defaultWriteObject();
        out.writeBoolean(channel == null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        channel = in.readBoolean() ? getChannelForSerialization() : null;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FilePath other && remote.equals(other.remote) && Objects.equals(channel, other.channel);
    }

    @Override
    public int hashCode() {
        return remote.hashCode();
    }

    @Override
    public String toString() {
        return remote;
    }
}
