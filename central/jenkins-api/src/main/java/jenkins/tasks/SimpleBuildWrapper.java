package jenkins.tasks;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildWrapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

public abstract class SimpleBuildWrapper extends BuildWrapper {
    public void setUp(
            Context context,
            Run<?, ?> build,
            FilePath workspace,
            Launcher launcher,
            TaskListener listener,
            EnvVars initialEnvironment)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("the stand-in has the setUp with a workspace only");
    }

    public ConsoleLogFilter createLoggerDecorator(Run<?, ?> build) {
        return null;
    }

    public static final class Context {
        private Disposer disposer;
        private final Map<String, String> env = new HashMap<>();

        public void env(String key, String value) {
            env.put(key, value);
        }

        public Map<String, String> getEnv() {
            return env;
        }

        public Disposer getDisposer() {
            return disposer;
        }

        public void setDisposer(Disposer disposer) {
            this.disposer = disposer;
        }
    }

    public abstract static class Disposer implements Serializable {
        private static final long serialVersionUID = 1L;

        public void tearDown(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
                throws IOException, InterruptedException {
            throw new UnsupportedOperationException("the stand-in has no other tearDown");
        }
    }
}
