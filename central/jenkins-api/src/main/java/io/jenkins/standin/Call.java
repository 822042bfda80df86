package io.jenkins.standin;

import groovy.lang.Closure;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One step of the plugin under way. The Groovy thread that called it waits here, and runs the step's body, if any. */
final class Call {
    final Program program;
    final int id;
    final Frame frame;
    private final Closure<?> body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    /** Callbacks of the bodies that run, innermost last; read back after a restart. */
    volatile List<BodyExecutionCallback> callbacks = new ArrayList<>();

    volatile StepExecution execution;
    volatile StepDescriptor descriptor;
    private TaskListener listener;
    private int listenerSession;
    private volatile boolean finished;

    private interface Event {}

    private record Outcome(Object value, Throwable thrown) implements Event {}

    private final class BodyRun extends BodyExecution implements Event {
        private static final long serialVersionUID = 1L;

        private final transient Frame inner;
        private final transient String displayName;

        BodyRun(Frame inner, String displayName) {
            this.inner = inner;
            this.displayName = displayName;
        }

        @Override
        public Collection<StepExecution> getCurrentExecutions() {
            return program.executionsWithin(inner);
        }

        @Override
        public boolean cancel(Throwable error) {
            return program.stop(inner, error);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return finished;
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException("use a callback");
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            return get();
        }
    }

    Call(Program program, int id, Frame frame, Closure<?> body) {
        this.program = program;
        this.id = id;
        this.frame = frame;
        this.body = body;
    }

    Object run(StepDescriptor descriptor, Map<String, Object> arguments) throws Throwable {
        this.descriptor = descriptor;
        try {
            return run(arguments);
        } finally {
            closeListener();
        }
    }

    /** The console for this step, one for all of a session. */
    synchronized TaskListener listener() throws IOException, InterruptedException {
        if (listener == null || listenerSession != program.session()) {
            listener = (TaskListener) Context.find(program, frame, TaskListener.class);
            listenerSession = program.session();
        }
        return listener;
    }

    private synchronized void closeListener() {
        if (listener instanceof FilteredListener filtered && listenerSession == program.session()) {
            filtered.close();
        }
    }

    private Object run(Map<String, Object> arguments) throws Throwable {
        Step step = new DescribableModel<>(descriptor.clazz).instantiate(arguments, listener());
        Context context = new Context(program.id(), id, program.session());
        descriptor.checkContextAvailability(context);
        execution = step.start(context);
        if (execution.start() && events.isEmpty()) {
            throw new IllegalStateException(
                    execution + " claims to be synchronous, but has called neither onSuccess nor onFailure");
        }
        while (true) {
            Event event = next();
            if (event instanceof BodyRun run) {
                runBody(run);
            } else {
                Outcome outcome = (Outcome) event;
                if (outcome.thrown != null) {
                    throw outcome.thrown;
                }
                return outcome.value;
            }
        }
    }

    private Event next() {
        program.gate().leave();
        try {
            while (true) {
                try {
                    return events.take();
                } catch (InterruptedException x) {
                    throw new IllegalStateException("only steps are interrupted, not the program", x);
                }
            }
        } finally {
            program.gate().enter();
        }
    }

    private void runBody(BodyRun run) {
        int index = callbacks.size() - 1;
        Context context = new Context(program.id(), id, program.session());
        callbacks.get(index).onStart(context);
        Object value = null;
        Throwable thrown = null;
        try {
            value = program.body(run.inner, run.displayName, body);
        } catch (Throwable x) {
            thrown = x;
        }
        BodyExecutionCallback callback = callbacks.remove(index);
        Context now = new Context(program.id(), id, program.session());
        if (thrown == null) {
            callback.onSuccess(now, value);
        } else {
            callback.onFailure(now, thrown);
        }
    }

    boolean isLeaf() {
        return callbacks.isEmpty() && !finished && execution != null;
    }

    boolean isFinished() {
        return finished;
    }

    boolean hasBody() {
        return body != null;
    }

    synchronized void finished(Object value, Throwable thrown) {
        if (!finished) {
            finished = true;
            events.add(new Outcome(value, thrown));
        }
    }

    BodyInvoker newBody(Context context) {
        return new BodyInvoker() {
            private final List<Object> overrides = new ArrayList<>();
            private String displayName;
            private BodyExecutionCallback callback;

            @Override
            public BodyInvoker withContext(Object override) {
                if (override != null) {
                    overrides.add(override);
                }
                return this;
            }

            @Override
            public BodyInvoker withDisplayName(String name) {
                displayName = name;
                return this;
            }

            @Override
            public BodyInvoker withCallback(BodyExecutionCallback value) {
                callback = value;
                return this;
            }

            @Override
            public BodyExecution start() {
                if (callback == null) {
                    throw new IllegalStateException("a body without a callback");
                }
                callbacks.add(callback);
                BodyRun run = new BodyRun(new Frame(frame, overrides), displayName);
                events.add(run);
                return run;
            }
        };
    }
}
