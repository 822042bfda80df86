package io.jenkins.standin;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The handle of one step call. A handle from before a restart is dead, as the process that held it is. */
final class Context extends StepContext {
    private static final long serialVersionUID = 1L;

    private final String program;
    private final int call;
    private final int session;

    Context(String program, int call, int session) {
        this.program = program;
        this.call = call;
        this.session = session;
    }

    private Object readResolve() {
        return new Context(program, call, Program.running(program).session());
    }

    private Call call() {
        Program running = Program.running(program);
        return running == null || running.session() != session ? null : running.call(call);
    }

    @Override
    public <T> T get(Class<T> key) throws IOException, InterruptedException {
        Call step = call();
        if (step == null) {
            throw new IOException("This step is not running any more, or Jenkins has restarted since");
        }
        if (key == TaskListener.class) {
            return key.cast(step.listener());
        } else if (key == StepDescriptor.class) {
            return key.cast(step.descriptor);
        } else if (key == FlowNode.class) {
            return key.cast(new FlowNode(null, String.valueOf(call)) {
                @Override
                protected String getTypeDisplayName() {
                    return step.descriptor.getDisplayName();
                }
            });
        }
        return key.cast(find(step.program, step.frame, key));
    }

    static Object find(Program program, Frame frame, Class<?> key) throws IOException, InterruptedException {
        Frame.Place place = frame.find(Frame.Place.class);
        if (key == FilePath.class) {
            return place == null ? null : place.toFilePath();
        } else if (key == Computer.class) {
            return place == null ? null : place.computer();
        } else if (key == Node.class) {
            return place == null ? null : place.computer().getNode();
        } else if (key == TaskListener.class) {
            ConsoleLogFilter filter = frame.find(ConsoleLogFilter.class);
            return filter == null ? program.listener() : new FilteredListener(program.listener(), filter);
        } else if (key == EnvVars.class) {
            EnvVars env = frame.nodeEnv();
            env.overrideAll(program.build().run().getEnvironment(program.listener()));
            env.overrideAll(program.globalEnv());
            EnvironmentExpander expander = frame.find(EnvironmentExpander.class);
            if (expander != null) {
                expander.expand(env);
            }
            return env;
        } else if (Run.class.isAssignableFrom(key)) {
            return program.build().run();
        } else if (key == Launcher.class) {
            Computer computer = place == null ? null : place.computer();
            return computer == null
                    ? null
                    : computer.getNode().createLauncher((TaskListener) find(program, frame, TaskListener.class));
        }
        return frame.find(key);
    }

    @Override
    public void onSuccess(Object result) {
        Call step = call();
        if (step != null) {
            step.finished(result, null);
        }
    }

    @Override
    public void onFailure(Throwable t) {
        Call step = call();
        if (step != null) {
            step.finished(null, FailureHandler.apply(this, t));
        }
    }

    @Override
    public boolean isReady() {
        return call() != null;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateVoidFuture();
    }

    @Override
    public void setResult(Result r) {
        Call step = call();
        if (step != null) {
            step.program.build().worsen(r);
        }
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return call().newBody(this);
    }

    @Override
    public boolean hasBody() {
        return call().hasBody();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Context other && program.equals(other.program) && call == other.call;
    }

    @Override
    public int hashCode() {
        return program.hashCode() + call;
    }
}
