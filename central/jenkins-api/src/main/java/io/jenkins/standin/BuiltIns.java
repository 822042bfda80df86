package io.jenkins.standin;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The steps that a Jenkinsfile around the plugin's own needs: those of Jenkins' basic plugins, as far as used. */
final class BuiltIns {
    /** The argument that may be given without its name. */
    private static final Map<String, String> STEPS = new LinkedHashMap<>();

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stand-in timer");
        thread.setDaemon(true);
        return thread;
    });
    private static final Map<String, Semaphore> EXECUTORS = new ConcurrentHashMap<>();
    private static final Set<Frame.Place> IN_USE = ConcurrentHashMap.newKeySet();

    static {
        String steps = "catchError=message checkout=scm deleteDir= dir=path echo=message error=message fileExists=file "
                + "isUnix= node=label parallel= pwd= readFile=file retry=count script= sh=script sleep=time stage=name "
                + "timeout=time unstable=message warnError=message withEnv=overrides writeFile=file ws=dir";
        for (String step : steps.split(" ")) {
            STEPS.put(step.substring(0, step.indexOf('=')), step.substring(step.indexOf('=') + 1));
        }
    }

    private final Program program;
    private final Map<String, Object> arguments;
    private final Closure<?> body;
    private final Frame frame = Frame.current();
    private TaskListener listener;
    private int listenerSession;

    private BuiltIns(Program program, Map<String, Object> arguments, Closure<?> body) {
        this.program = program;
        this.arguments = arguments;
        this.body = body;
    }

    /** Whether there is such a step, here or in the plugin. */
    static boolean isStep(String name) {
        return STEPS.containsKey(name) || StepDescriptor.byFunctionName(name) != null;
    }

    /** The parameter of a step that an argument without a name is for. */
    static String soleArgument(String step, Object value) {
        StepDescriptor descriptor = StepDescriptor.byFunctionName(step);
        String name = STEPS.get(step);
        if (descriptor != null) {
            DescribableParameter sole = new DescribableModel<>(descriptor.clazz).getSoleRequiredParameter();
            name = sole == null ? null : sole.getName();
        }
        if (descriptor != null && name == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + value);
        }
        return name == null ? "" : name;
    }

    static Object run(Program program, String name, Map<String, Object> arguments, Closure<?> body) throws Throwable {
        BuiltIns step = new BuiltIns(program, arguments, body);
        try {
            return step.run(name);
        } finally {
            if (step.listener instanceof FilteredListener filtered) {
                filtered.close();
            }
        }
    }

    /** The console as the block shows it that the step is in. */
    private synchronized TaskListener listener() throws IOException, InterruptedException {
        if (listener == null || listenerSession != program.session()) {
            listener = (TaskListener) Context.find(program, frame, TaskListener.class);
            listenerSession = program.session();
        }
        return listener;
    }

    private void println(String line) {
        try {
            listener().getLogger().println(line);
        } catch (IOException | InterruptedException x) {
            throw new IllegalStateException(x);
        }
    }

    private Object run(String name) throws Throwable {
        return switch (name) {
            case "echo" -> print(text("message"));
            case "error" -> throw new AbortException(text("message"));
            case "script" -> within(List.of());
            case "stage" -> program.body(new Frame(frame, List.of()), text("name"), body);
            case "node" -> node();
            case "ws" -> in(text("dir"));
            case "dir" -> in(text("path"));
            case "withEnv" ->
                within(List.of(EnvironmentExpander.merge(
                        frame.find(EnvironmentExpander.class), new Overrides((List<?>) arguments.get("overrides")))));
            case "sh" -> sh();
            case "pwd" -> cwd().getRemote();
            case "isUnix" -> !hudson.Functions.isWindows();
            case "fileExists" -> cwd().child(text("file")).exists();
            case "readFile" -> cwd().child(text("file")).readToString();
            case "writeFile" -> {
                cwd().child(text("file")).write(text("text"), "UTF-8");
                yield null;
            }
            case "deleteDir" -> {
                cwd().deleteRecursive();
                yield null;
            }
            case "checkout" -> checkout();
            case "sleep" -> {
                unit("SECONDS").sleep(number("time"));
                yield null;
            }
            case "timeout" -> timeout();
            case "retry" -> retry();
            case "parallel" -> parallel();
            case "catchError" -> catchError(Result.FAILURE);
            case "warnError" -> catchError(Result.UNSTABLE);
            case "unstable" -> {
                println("WARNING: " + text("message"));
                program.build().worsen(Result.UNSTABLE);
                yield null;
            }
            default ->
                throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps " + STEPS.keySet()
                        + " and those of the plugin. The stand-in has no others.");
        };
    }

    private Object print(String text) {
        println(text);
        return null;
    }

    private String text(String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing argument " + name);
        }
        return value.toString();
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private TimeUnit unit(String otherwise) {
        return TimeUnit.valueOf(
                Objects.toString(arguments.get("unit"), otherwise).toUpperCase(Locale.ENGLISH));
    }

    private FilePath cwd() throws IOException, InterruptedException {
        FilePath path = (FilePath) Context.find(program, frame, FilePath.class);
        if (path == null) {
            throw new AbortException(
                    "Required context class hudson.FilePath is missing\nPerhaps you forgot to surround the step with a step that provides this, such as: node");
        }
        return path;
    }

    private Object within(List<?> contexts) throws Throwable {
        return program.body(new Frame(frame, contexts), null, body);
    }

    private Object in(String directory) throws Throwable {
        FilePath path = cwd().child(directory);
        println("Running in " + path);
        path.mkdirs();
        return within(List.of(path));
    }

    private Object node() throws Throwable {
        String label = Objects.toString(arguments.get("label"), "");
        Jenkins jenkins = Jenkins.get();
        List<Node> nodes = new ArrayList<>(List.of(jenkins));
        nodes.addAll(jenkins.getNodes());
        Node node = nodes.stream()
                .filter(n -> n.getNumExecutors() > 0)
                .filter(n -> label.isEmpty()
                        || label.equals(n.getNodeName())
                        || List.of(n.getLabelString().split(" ")).contains(label))
                .findFirst()
                .orElseThrow(() -> new AbortException("There are no nodes with the label ‘" + label + "’"));
        Semaphore executors = EXECUTORS.computeIfAbsent(
                jenkins.getRootDir() + ":" + node.getNodeName(), key -> new Semaphore(node.getNumExecutors()));
        executors.acquire();
        try {
            Computer computer = node.toComputer();
            computer.waitUntilOnline();
            FilePath workspace = node.getWorkspaceFor(program.build().run().getParent());
            String base = workspace.getRemote();
            int copy = 1;
            while (!IN_USE.add(Frame.Place.of(workspace))) {
                workspace = new FilePath(workspace.getChannel(), base + "@" + ++copy);
            }
            Frame.Place place = Frame.Place.of(workspace);
            try {
                workspace.mkdirs();
                println("Running on " + node.getDisplayName() + " in " + workspace);
                EnvVars env = computer.getEnvironment();
                env.put("NODE_NAME", node.getNodeName().isEmpty() ? "built-in" : node.getNodeName());
                env.put("NODE_LABELS", node.getLabelString());
                env.put("EXECUTOR_NUMBER", "0");
                env.put("WORKSPACE", workspace.getRemote());
                env.put("WORKSPACE_TMP", workspace.getRemote() + "@tmp");
                return within(List.of(workspace, env));
            } finally {
                IN_USE.remove(place);
            }
        } finally {
            executors.release();
        }
    }

    private static final class Overrides extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;

        private final ArrayList<String> overrides = new ArrayList<>();

        Overrides(List<?> overrides) {
            overrides.forEach(each -> this.overrides.add(String.valueOf(each)));
        }

        @Override
        public void expand(EnvVars env) {
            for (String each : overrides) {
                int equals = each.indexOf('=');
                env.override(each.substring(0, equals), env.expand(each.substring(equals + 1)));
            }
        }
    }

    private Object sh() throws Throwable {
        EnvVars env = (EnvVars) Context.find(program, frame, EnvVars.class);
        boolean returnStdout = Boolean.TRUE.equals(arguments.get("returnStdout"));
        Shell.Exit exit =
                cwd().getChannel().call(new Shell(cwd().getRemote(), env, text("script"), listener(), returnStdout));
        if (Boolean.TRUE.equals(arguments.get("returnStatus"))) {
            return exit.status();
        }
        if (exit.status() != 0) {
            throw new AbortException("script returned exit code " + exit.status());
        }
        return returnStdout ? exit.output() : null;
    }

    /** The job's source is a directory; a checkout copies it. */
    private Object checkout() throws IOException, InterruptedException {
        File source = Home.current().source(program.build().run().getParent().getName());
        if (source == null) {
            throw new AbortException("‘checkout scm’ is only available when using “Pipeline script from SCM”");
        }
        println("Copying " + source.getName() + " into the workspace");
        new FilePath(source).copyRecursiveTo(cwd());
        return null;
    }

    private static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }

    private Object timeout() throws Throwable {
        long millis = unit("MINUTES").toMillis(number("time"));
        println("Timeout set to expire in " + Util.getTimeSpanString(millis));
        Frame inner = new Frame(frame, List.of());
        ScheduledFuture<?> alarm = TIMER.schedule(
                () -> {
                    println("Cancelling nested steps due to timeout");
                    program.interrupt(new FlowInterruptedException(Result.ABORTED, new ExceededTimeout()), inner);
                },
                millis,
                TimeUnit.MILLISECONDS);
        try {
            return program.body(inner, null, body);
        } finally {
            alarm.cancel(false);
        }
    }

    private Object retry() throws Throwable {
        for (long left = number("count"); ; left--) {
            try {
                return within(List.of());
            } catch (FlowInterruptedException x) {
                throw x;
            } catch (Exception x) {
                if (left <= 1) {
                    throw x;
                }
                Program.report(x, listener());
                println("Retrying");
            }
        }
    }

    private Object catchError(Result otherwise) throws Throwable {
        try {
            return within(List.of());
        } catch (Throwable x) {
            if (x instanceof FlowInterruptedException && Boolean.FALSE.equals(arguments.get("catchInterruptions"))) {
                throw x;
            }
            if (arguments.get("message") != null) {
                println((otherwise == Result.UNSTABLE ? "WARNING: " : "ERROR: ") + arguments.get("message"));
            }
            Result result = Program.report(x, listener());
            if (!(x instanceof FlowInterruptedException)) {
                result = Result.fromString(Objects.toString(arguments.get("buildResult"), otherwise.toString()));
            }
            println("Setting overall build result to " + result);
            program.build().worsen(result);
            return null;
        }
    }

    private Object parallel() throws Throwable {
        Map<String, Object> results = new LinkedHashMap<>();
        Map<String, Throwable> failures = new LinkedHashMap<>();
        boolean failFast = Boolean.TRUE.equals(arguments.remove("failFast"));
        Frame all = new Frame(frame, List.of());
        List<Thread> threads = new ArrayList<>();
        arguments.forEach((branch, closure) -> threads.add(new Thread(
                () -> {
                    program.gate().enter();
                    Frame.set(all);
                    try {
                        Object result =
                                program.body(new Frame(all, List.of()), "Branch: " + branch, (Closure<?>) closure);
                        synchronized (results) {
                            results.put(branch, result);
                        }
                    } catch (Throwable x) {
                        synchronized (results) {
                            failures.put(branch, x);
                        }
                        println("Failed in branch " + branch);
                        if (failFast) {
                            program.interrupt(new FlowInterruptedException(Result.ABORTED), all);
                        }
                    } finally {
                        program.gate().leave();
                    }
                },
                Thread.currentThread().getName() + " branch " + branch)));
        program.gate().leave();
        try {
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    try {
                        thread.join();
                    } catch (InterruptedException x) {
                        // the branches have been told; they end
                    }
                }
            }
        } finally {
            program.gate().enter();
        }
        for (Throwable failure : failures.values()) {
            throw failure;
        }
        return results;
    }
}
