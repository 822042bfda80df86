package hudson;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.RemoteOutputStream;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jenkins.agents.ControllerToAgentCallable;

/** Starts processes, on the controller or through the channel of an agent. */
public abstract class Launcher {
    private static final InputStream NULL_INPUT_STREAM = InputStream.nullInputStream();

    protected final TaskListener listener;
    protected final VirtualChannel channel;

    protected Launcher(TaskListener listener, VirtualChannel channel) {
        this.listener = listener;
        this.channel = channel;
    }

    protected Launcher(Launcher launcher) {
        this(launcher.listener, launcher.channel);
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public TaskListener getListener() {
        return listener;
    }

    public boolean isUnix() {
        return File.pathSeparatorChar == ':';
    }

    public final ProcStarter launch() {
        return new ProcStarter();
    }

    public abstract Proc launch(ProcStarter starter) throws IOException;

    public abstract Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
            throws IOException, InterruptedException;

    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;

    /** What is to be started, and how. */
    public final class ProcStarter {
        protected List<String> commands;
        protected boolean[] masks;
        private boolean quiet;
        protected FilePath pwd;
        protected OutputStream stdout = OutputStream.nullOutputStream();
        protected OutputStream stderr;
        private TaskListener stdoutListener;
        protected InputStream stdin = NULL_INPUT_STREAM;
        protected String[] envs;
        protected boolean reverseStdin;
        protected boolean reverseStdout;
        protected boolean reverseStderr;

        public ProcStarter cmds(String... args) {
            return cmds(Arrays.asList(args));
        }

        public ProcStarter cmds(File program, String... args) {
            cmds(args);
            commands.add(0, program.getPath());
            return this;
        }

        public ProcStarter cmds(List<String> args) {
            commands = new ArrayList<>(args);
            return this;
        }

        public List<String> cmds() {
            return commands;
        }

        public ProcStarter masks(boolean... value) {
            masks = value;
            return this;
        }

        public boolean[] masks() {
            return masks;
        }

        public ProcStarter quiet(boolean value) {
            quiet = value;
            return this;
        }

        public boolean quiet() {
            return quiet;
        }

        public ProcStarter pwd(FilePath workDir) {
            pwd = workDir;
            return this;
        }

        public ProcStarter pwd(File workDir) {
            return pwd(new FilePath(workDir));
        }

        public ProcStarter pwd(String workDir) {
            return pwd(new File(workDir));
        }

        public FilePath pwd() {
            return pwd;
        }

        public ProcStarter stdout(OutputStream out) {
            stdout = out;
            stdoutListener = null;
            return this;
        }

        public ProcStarter stdout(TaskListener out) {
            stdout = out.getLogger();
            stdoutListener = out;
            return this;
        }

        public OutputStream stdout() {
            return stdout;
        }

        public ProcStarter stderr(OutputStream err) {
            stderr = err;
            return this;
        }

        public OutputStream stderr() {
            return stderr;
        }

        public ProcStarter stdin(InputStream in) {
            stdin = in;
            return this;
        }

        public InputStream stdin() {
            return stdin;
        }

        public ProcStarter envs(Map<String, String> overrides) {
            return envs(Util.mapToEnv(overrides));
        }

        public ProcStarter envs(String... overrides) {
            if (overrides != null) {
                for (String each : overrides) {
                    if (each.indexOf('=') < 0) {
                        throw new IllegalArgumentException(each);
                    }
                }
            }
            envs = overrides;
            return this;
        }

        public String[] envs() {
            return envs == null ? new String[0] : envs.clone();
        }

        public ProcStarter readStdout() {
            reverseStdout = true;
            stdout = null;
            stderr = null;
            return this;
        }

        public ProcStarter readStderr() {
            reverseStdout = true;
            reverseStderr = true;
            return this;
        }

        public ProcStarter writeStdin() {
            reverseStdin = true;
            stdin = null;
            return this;
        }

        public Proc start() throws IOException {
            return launch(this);
        }

        public int join() throws IOException, InterruptedException {
            return start().join();
        }
    }

    protected final void printCommandLine(String[] cmd, FilePath workDir) {
        StringBuilder line = new StringBuilder();
        if (workDir != null) {
            line.append('[').append(workDir.getName()).append("] ");
        }
        line.append('$');
        for (String each : cmd) {
            String quote = each.indexOf(' ') < 0 ? "" : each.indexOf('"') < 0 ? "\"" : "'";
            line.append(' ').append(quote).append(each).append(quote);
        }
        listener.getLogger().println(line);
        listener.getLogger().flush();
    }

    protected final void maskedPrintCommandLine(List<String> cmd, boolean[] mask, FilePath workDir) {
        String[] shown = cmd.toArray(new String[0]);
        for (int i = 0; mask != null && i < shown.length; i++) {
            shown[i] = mask[i] ? "********" : shown[i];
        }
        printCommandLine(shown, workDir);
    }

    /** No plugin of the stand-in decorates launchers. */
    public final Launcher decorateFor(Node node) {
        return this;
    }

    /** What a caller sets goes over these variables. */
    public final Launcher decorateByEnv(EnvVars variables) {
        Launcher outer = this;
        return new Launcher(outer) {
            @Override
            public boolean isUnix() {
                return outer.isUnix();
            }

            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                EnvVars env = new EnvVars(variables);
                for (String each : starter.envs()) {
                    env.addLine(each);
                }
                starter.envs = Util.mapToEnv(env);
                return outer.launch(starter);
            }

            @Override
            public Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
                    throws IOException, InterruptedException {
                return outer.launchChannel(cmd, out, workDir, envVars);
            }

            @Override
            public void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException {
                outer.kill(modelEnvVars);
            }
        };
    }

    private static UnsupportedOperationException noChannel() {
        return new UnsupportedOperationException("the stand-in's launchers start no channels");
    }

    private static UnsupportedOperationException noKill() {
        return new UnsupportedOperationException("the stand-in finds no processes by their environment");
    }

    /** Starts processes in this JVM. They inherit its environment. */
    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener listener) {
            this(listener, FilePath.localChannel);
        }

        public LocalLauncher(TaskListener listener, VirtualChannel channel) {
            super(listener, channel);
        }

        @Override
        public Proc launch(ProcStarter ps) throws IOException {
            if (!ps.quiet) {
                maskedPrintCommandLine(ps.commands, ps.masks, ps.pwd);
            }
            EnvVars overrides = new EnvVars();
            for (String each : ps.envs()) {
                overrides.addLine(each);
            }
            EnvVars env = new EnvVars(EnvVars.masterEnvVars);
            env.overrideExpandingAll(overrides);
            return new Proc.LocalProc(
                    ps.commands.stream().map(env::expand).toArray(String[]::new),
                    Util.mapToEnv(env),
                    ps.reverseStdin ? Proc.LocalProc.SELFPUMP_INPUT : ps.stdin,
                    ps.reverseStdout
                            ? Proc.LocalProc.SELFPUMP_OUTPUT
                            : ps.stdout == null ? OutputStream.nullOutputStream() : ps.stdout,
                    ps.reverseStderr ? Proc.LocalProc.SELFPUMP_OUTPUT : ps.stderr,
                    ps.pwd == null ? null : new File(ps.pwd.getRemote()));
        }

        @Override
        public Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars) {
            throw noChannel();
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) {
            throw noKill();
        }
    }

    /** What a node without a connection gives. */
    public static class DummyLauncher extends Launcher {
        public DummyLauncher(TaskListener listener) {
            super(listener, null);
        }

        @Override
        public Proc launch(ProcStarter starter) throws IOException {
            throw new IOException("Can not call launch on a dummy launcher.");
        }

        @Override
        public Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
                throws IOException {
            throw new IOException("Can not call launchChannel on a dummy launcher.");
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) {
            // there is nothing to kill
        }
    }

    /** Starts processes in an agent's JVM. Standard input is sent along, whole. */
    public static class RemoteLauncher extends Launcher {
        private static final Map<Integer, Proc> STARTED = new ConcurrentHashMap<>();
        private static final AtomicInteger IDS = new AtomicInteger();

        private final boolean isUnix;

        public RemoteLauncher(TaskListener listener, VirtualChannel channel, boolean isUnix) {
            super(listener, channel);
            this.isUnix = isUnix;
        }

        @Override
        public boolean isUnix() {
            return isUnix;
        }

        @Override
        public Proc launch(ProcStarter ps) throws IOException {
            if (ps.reverseStdin || ps.reverseStdout || ps.reverseStderr) {
                throw new UnsupportedOperationException("the stand-in pumps no streams from and to an agent");
            }
            Start start = new Start(
                    ps.commands,
                    ps.masks,
                    ps.quiet,
                    ps.envs(),
                    ps.pwd == null ? null : ps.pwd.getRemote(),
                    ps.stdin == null || ps.stdin == NULL_INPUT_STREAM ? null : ps.stdin.readAllBytes(),
                    ps.stdout == null || ps.stdoutListener != null ? null : new RemoteOutputStream(ps.stdout),
                    ps.stdoutListener,
                    ps.stderr == null ? null : new RemoteOutputStream(ps.stderr),
                    listener);
            try {
                return new Remote(getChannel(), getChannel().call(start));
            } catch (InterruptedException x) {
                throw (IOException) new InterruptedIOException().initCause(x);
            }
        }

        private record Start(
                List<String> commands,
                boolean[] masks,
                boolean quiet,
                String[] envs,
                String pwd,
                byte[] stdin,
                OutputStream stdout,
                TaskListener stdoutListener,
                OutputStream stderr,
                TaskListener listener)
                implements ControllerToAgentCallable<Integer, IOException> {
            @Override
            public Integer call() throws IOException {
                ProcStarter starter = new LocalLauncher(listener)
                        .launch()
                        .cmds(commands)
                        .masks(masks)
                        .quiet(quiet)
                        .envs(envs)
                        .stdin(stdin == null ? null : new java.io.ByteArrayInputStream(stdin))
                        .stdout(stdoutListener == null ? stdout : stdoutListener.getLogger())
                        .stderr(stderr);
                if (pwd != null) {
                    starter.pwd(pwd);
                }
                int id = IDS.incrementAndGet();
                STARTED.put(id, starter.start());
                return id;
            }
        }

        private enum What {
            JOIN,
            KILL,
            IS_ALIVE
        }

        private record Do(What what, int id) implements ControllerToAgentCallable<Integer, IOException> {
            @Override
            public Integer call() throws IOException {
                Proc proc = STARTED.get(id);
                try {
                    switch (what) {
                        case JOIN:
                            return proc.join();
                        case KILL:
                            proc.kill();
                            return 0;
                        default:
                            return proc.isAlive() ? 1 : 0;
                    }
                } catch (InterruptedException x) {
                    throw (IOException) new InterruptedIOException().initCause(x);
                }
            }
        }

        private static final class Remote extends Proc {
            private final VirtualChannel channel;
            private final int id;

            Remote(VirtualChannel channel, int id) {
                this.channel = channel;
                this.id = id;
            }

            @Override
            public boolean isAlive() throws IOException, InterruptedException {
                return channel.call(new Do(What.IS_ALIVE, id)) == 1;
            }

            @Override
            public void kill() throws IOException, InterruptedException {
                channel.call(new Do(What.KILL, id));
            }

            @Override
            public int join() throws IOException, InterruptedException {
                return channel.call(new Do(What.JOIN, id));
            }

            @Override
            public InputStream getStdout() {
                return null;
            }

            @Override
            public InputStream getStderr() {
                return null;
            }

            @Override
            public OutputStream getStdin() {
                return null;
            }
        }

        @Override
        public Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars) {
            throw noChannel();
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) {
            throw noKill();
        }

        @Override
        public String toString() {
            return "RemoteLauncher[" + getChannel() + "]";
        }
    }

    /** The computer whose channel this is. */
    public Computer getComputer() {
        return channel == null ? null : new FilePath(channel, "/").toComputer();
    }
}
