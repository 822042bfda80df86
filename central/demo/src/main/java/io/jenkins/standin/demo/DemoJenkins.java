package io.jenkins.standin.demo;

import hudson.EnvVars;
import hudson.model.Result;
import io.jenkins.standin.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** A controller without executors, and agents, as they should be; each agent is a JVM of its own. */
final class DemoJenkins implements AutoCloseable {
    private final JenkinsRule rule;

    /** With one agent, which has these variables. */
    DemoJenkins(EnvVars agentEnv) throws Exception {
        rule = new JenkinsRule();
        try {
            rule.before();
            rule.jenkins.setNumExecutors(0);
            rule.createSlave("agent", "linux", agentEnv);
        } catch (Throwable x) {
            throw new IOException("The demo's Jenkins does not start", x);
        }
    }

    /** One more agent, for jobs that ask for its label, with these variables. */
    void addAgent(String label, EnvVars agentEnv) throws Exception {
        rule.createSlave(label + "-agent", label, agentEnv);
    }

    /** How a build ended, and all that it has printed. */
    record Ended(Result result, String console) {}

    /** Runs a Jenkinsfile and prints its console while it grows, and why it failed; {@code checkout scm} copies the source, if there is one. */
    Ended run(String job, String jenkinsfile, Path source, PrintStream out) throws Exception {
        WorkflowJob project = rule.createProject(WorkflowJob.class, job);
        project.setDefinition(new CpsFlowDefinition(jenkinsfile, true));
        if (source != null) {
            Home.current().setSource(job, source.toAbsolutePath().toFile());
        }
        WorkflowRun build = project.scheduleBuild2(0).waitForStart();
        int printed = 0;
        while (build.isBuilding()) {
            printed = printFrom(build, printed, out);
            Thread.sleep(20);
        }
        printFrom(rule.waitForCompletion(build), printed, out);
        ShownAnalysis.print(build, out);
        return new Ended(build.getResult(), Files.readString(build.getLogFile().toPath()));
    }

    private static int printFrom(WorkflowRun build, int from, PrintStream out) throws IOException {
        byte[] log = Files.readAllBytes(build.getLogFile().toPath());
        out.print(new String(log, from, log.length - from, StandardCharsets.UTF_8));
        out.flush();
        return log.length;
    }

    @Override
    public void close() throws IOException {
        try {
            rule.after();
        } catch (Exception x) {
            throw new IOException("The demo's Jenkins does not stop", x);
        }
    }
}
