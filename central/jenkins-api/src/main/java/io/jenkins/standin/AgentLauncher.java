package io.jenkins.standin;

import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.SlaveComputer;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** An agent is a second JVM with the same class path, spoken to through its standard streams. */
public final class AgentLauncher extends ComputerLauncher {
    private final Map<String, String> env;

    public AgentLauncher(Map<String, String> env) {
        this.env = Map.copyOf(env);
    }

    @Override
    public void launch(SlaveComputer computer, TaskListener listener) throws IOException, InterruptedException {
        File directory = new File(computer.getNode().getRemoteFS());
        if (!directory.isDirectory() && !directory.mkdirs()) {
            throw new IOException("cannot make " + directory);
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        if (Runtime.version().feature() > 21) {
            command.add("--enable-native-access=ALL-UNNAMED"); // for JNA, without a warning
        }
        command.addAll(List.of("-cp", classPath, AgentLauncher.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(env);
        Process process = builder.start();
        computer.setChannel(process.getInputStream(), process.getOutputStream(), null, null);
    }

    /** The agent's side; it ends when its controller does. */
    public static void main(String[] args) throws Exception {
        PrintStream wire = System.out;
        System.setOut(System.err);
        new Channel("controller", Executors.newCachedThreadPool(), System.in, wire).join();
        // as an agent does: what runs has been interrupted, and gets a moment to clean up
        Thread.sleep(200);
        System.exit(0);
    }
}
