package io.jenkins.standin;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import hudson.AbortException;
import hudson.Functions;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One running Pipeline: its steps, its console, and how it lives through a restart. */
final class Program {
    private static final Map<String, Program> RUNNING = new ConcurrentHashMap<>();

    private final Build build;
    private final String script;
    private final Gate gate = new Gate();
    private final AtomicInteger ids = new AtomicInteger();
    private final NavigableMap<Integer, Call> calls = new ConcurrentSkipListMap<>();
    private final Map<Thread, Frame> busy = new ConcurrentHashMap<>();
    private final Map<String, String> globalEnv = new ConcurrentHashMap<>();
    private final Map<Thread, Throwable> interrupted = new ConcurrentHashMap<>();
    private final Map<Frame, Throwable> pending = new ConcurrentHashMap<>();
    private final Frame root = new Frame(null, List.of());
    private volatile int session;
    private volatile StreamTaskListener listener;
    private byte[] saved;

    Program(Build build, String script) {
        this.build = build;
        this.script = script;
    }

    static Program running(String id) {
        return RUNNING.get(id);
    }

    static List<StepExecution> executions() {
        return RUNNING.values().stream()
                .flatMap(program -> program.calls.values().stream())
                .filter(call -> call.execution != null && !call.isFinished())
                .map(call -> call.execution)
                .toList();
    }

    String id() {
        return build.directory().getPath();
    }

    Build build() {
        return build;
    }

    int session() {
        return session;
    }

    Gate gate() {
        return gate;
    }

    Call call(int id) {
        return calls.get(id);
    }

    TaskListener listener() {
        return listener;
    }

    Map<String, String> globalEnv() {
        return globalEnv;
    }

    Frame root() {
        return root;
    }

    void println(String line) {
        listener.getLogger().println(line);
    }

    void start(Runnable whenDone) {
        RUNNING.put(id(), this);
        openLog();
        Thread thread = new Thread(() -> execute(whenDone), "Running " + id());
        thread.setDaemon(true);
        thread.start();
    }

    private void openLog() {
        try {
            File log = new File(build.directory(), "log");
            listener = new StreamTaskListener(new FileOutputStream(log, true), StandardCharsets.UTF_8);
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    private void execute(Runnable whenDone) {
        gate.enter();
        Frame.set(root);
        println("Started");
        RunListener.fireStarted(build.run(), listener);
        println("[Pipeline] Start of Pipeline");
        Throwable failure = null;
        try {
            CompilerConfiguration configuration = new CompilerConfiguration();
            configuration.setScriptBaseClass(PipelineScript.class.getName());
            GroovyShell shell = new GroovyShell(Program.class.getClassLoader(), new Binding(), configuration);
            PipelineScript pipeline = (PipelineScript) shell.parse(script, "WorkflowScript");
            pipeline.bind(this);
            pipeline.run();
        } catch (Throwable x) {
            failure = unwrap(x);
        }
        println("[Pipeline] End of Pipeline");
        if (failure != null) {
            build.worsen(report(failure, listener));
        }
        build.worsen(Result.SUCCESS);
        build.complete();
        RunListener.fireCompleted(build.run(), listener);
        println("Finished: " + build.result());
        listener.getLogger().close();
        RUNNING.remove(id());
        build.finish();
        RunListener.fireFinalized(build.run());
        gate.leave();
        whenDone.run();
    }

    static Throwable unwrap(Throwable x) {
        Throwable cause = x;
        while ((cause instanceof InvokerInvocationException
                        || cause instanceof java.lang.reflect.UndeclaredThrowableException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Prints a failure as Jenkins does, and says what it makes of the build. */
    static Result report(Throwable failure, TaskListener listener) {
        if (failure instanceof FlowInterruptedException interruption) {
            interruption.getCauses().forEach(cause -> cause.print(listener));
            return interruption.getResult();
        } else if (failure instanceof AbortException) {
            listener.error(failure.getMessage());
        } else {
            Functions.printStackTrace(failure, listener.getLogger());
        }
        return Result.FAILURE;
    }

    /** Runs a step: one of the plugin's, or one of the stand-in's own. */
    Object step(String name, Map<String, Object> arguments, Closure<?> body) throws Throwable {
        Frame frame = Frame.current();
        failIfInterrupted(frame);
        StepDescriptor descriptor = StepDescriptor.byFunctionName(name);
        println("[Pipeline] " + name);
        try {
            if (descriptor == null) {
                return builtIn(name, arguments, body, frame);
            }
            Call call = new Call(this, ids.incrementAndGet(), frame, body);
            calls.put(call.id, call);
            try {
                return call.run(descriptor, arguments);
            } finally {
                calls.remove(call.id);
            }
        } finally {
            if (body != null || name.equals("parallel")) {
                println("[Pipeline] // " + name);
            }
        }
    }

    private Object builtIn(String name, Map<String, Object> arguments, Closure<?> body, Frame frame) throws Throwable {
        Thread thread = Thread.currentThread();
        if (!name.equals("parallel")) {
            busy.put(thread, frame);
        }
        Throwable thrown = null;
        Object value = null;
        try {
            value = BuiltIns.run(this, name, arguments, body);
        } catch (Throwable x) {
            thrown = x;
        }
        busy.remove(thread);
        Throwable interruption = interrupted.remove(thread);
        if (interruption != null) {
            Thread.interrupted();
            throw handled(frame, interruption);
        } else if (thrown != null) {
            throw handled(frame, thrown);
        }
        return value;
    }

    /** Runs a block's body in its frame. */
    Object body(Frame inner, String displayName, Closure<?> body) throws Throwable {
        Frame outer = Frame.current();
        Frame wasBusy = busy.remove(Thread.currentThread());
        println("[Pipeline] {" + (displayName == null ? "" : " (" + displayName + ")"));
        Frame.set(inner);
        try {
            return body.call();
        } catch (Throwable x) {
            throw handled(inner, unwrap(x));
        } finally {
            Frame.set(outer);
            if (wasBusy != null) {
                busy.put(Thread.currentThread(), wasBusy);
            }
            println("[Pipeline] }");
            pending.remove(inner);
        }
    }

    /** A failure as the handler of the block that it is in leaves it. */
    private Throwable handled(Frame frame, Throwable failure) {
        if (frame.find(FailureHandler.class) == null) {
            return failure;
        }
        Call call = new Call(this, ids.incrementAndGet(), frame, null);
        calls.put(call.id, call);
        try {
            return FailureHandler.apply(new Context(id(), call.id, session), failure);
        } finally {
            calls.remove(call.id);
        }
    }

    private void failIfInterrupted(Frame frame) throws Throwable {
        for (Map.Entry<Frame, Throwable> entry : pending.entrySet()) {
            if (frame.isWithin(entry.getKey()) && pending.remove(entry.getKey()) != null) {
                throw entry.getValue();
            }
        }
    }

    /** Stops the innermost steps within a frame, or in all of the program if that is null. */
    void interrupt(FlowInterruptedException cause, Frame within) {
        stop(within == null ? root : within, cause);
    }

    boolean stop(Frame within, Throwable cause) {
        boolean stopped = false;
        for (Call call : calls.values()) {
            if (call.isLeaf() && call.frame.isWithin(within)) {
                stopped = true;
                StepExecution execution = call.execution;
                Thread stopper = new Thread(() -> {
                    try {
                        execution.stop(cause);
                    } catch (Exception x) {
                        execution.getContext().onFailure(x);
                    }
                });
                stopper.setDaemon(true);
                stopper.start();
            }
        }
        boolean inBuiltIn = false;
        for (Map.Entry<Thread, Frame> entry : busy.entrySet()) {
            if (entry.getValue().isWithin(within)) {
                inBuiltIn = true;
                interrupted.put(entry.getKey(), cause);
                entry.getKey().interrupt();
            }
        }
        if (!stopped && !inBuiltIn) {
            pending.put(within, cause);
        }
        return true;
    }

    Collection<StepExecution> executionsWithin(Frame frame) {
        return calls.values().stream()
                .filter(call -> call.isLeaf() && call.frame.isWithin(frame))
                .map(call -> call.execution)
                .toList();
    }

    /** Jenkins goes down. */
    void pause() {
        println("Pausing (shutting down)");
        gate.close();
    }

    /** The state of every step goes through serialization, and handles to it die. */
    void save() throws IOException {
        List<Object> state = new ArrayList<>();
        for (Call call : calls.values()) {
            state.add(call.isFinished() ? null : call.execution);
            state.add(new ArrayList<>(call.callbacks));
        }
        frames().forEach(frame -> state.add(frame.values));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        }
        saved = bytes.toByteArray();
        session++;
        listener.getLogger().close();
    }

    /** Jenkins is up again. */
    void resume() throws IOException {
        openLog();
        println("Resuming build at " + new Date() + " after Jenkins restart");
        List<StepExecution> resumed = new ArrayList<>();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(saved))) {
            int i = 0;
            List<?> state = (List<?>) in.readObject();
            for (Call call : calls.values()) {
                StepExecution execution = (StepExecution) state.get(i++);
                if (execution != null) {
                    call.execution = execution;
                    resumed.add(execution);
                }
                call.callbacks = new ArrayList<>();
                for (Object callback : (List<?>) state.get(i++)) {
                    call.callbacks.add((BodyExecutionCallback) callback);
                }
            }
            for (Frame frame : frames()) {
                frame.values = new ArrayList<>((List<?>) state.get(i++));
            }
        } catch (ClassNotFoundException x) {
            throw new IOException(x);
        }
        println("Ready to run at " + new Date());
        for (StepExecution execution : resumed) {
            try {
                execution.onResume();
            } catch (Throwable x) {
                execution.getContext().onFailure(x);
            }
        }
        gate.open();
    }

    private Set<Frame> frames() {
        Set<Frame> frames = new LinkedHashSet<>();
        for (Call call : calls.values()) {
            for (Frame frame = call.frame; frame != null; frame = frame.parent) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
