package io.jenkins.standin;

import hudson.FilePath;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import hudson.slaves.ComputerListener;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** What outlives a controller's process: jobs, builds, agents. One home at a time. */
public final class Home {
    private static volatile Home current;

    private final File directory;
    private final Map<String, JobState> jobs = new ConcurrentSkipListMap<>();
    private final List<Node> agents = new CopyOnWriteArrayList<>();

    public Home(File directory) {
        this.directory = directory;
    }

    public static Home current() {
        return current;
    }

    /** Starts a session on this home; builds that ran when the last one ended go on. */
    public Jenkins start() throws IOException {
        if (current != null) {
            throw new IllegalStateException("another Jenkins runs in this JVM");
        }
        current = this;
        Jenkins jenkins = new Jenkins(directory) {};
        for (String name : jobs.keySet()) {
            jenkins.createProject(WorkflowJob.class, name);
        }
        for (Node agent : agents) {
            jenkins.addNode(agent);
        }
        for (Build build : running()) {
            build.program().resume();
        }
        for (ComputerListener listener : ComputerListener.all()) {
            try {
                listener.onOnline(jenkins.toComputer(), TaskListener.NULL);
            } catch (InterruptedException x) {
                throw new IOException(x);
            }
        }
        // agents come back after the builds have gone on, as they do after a restart
        for (Node agent : agents) {
            agent.toComputer().connect(false);
        }
        ItemListener.all().forEach(ItemListener::onLoaded);
        return jenkins;
    }

    /** Ends the session. What runs is saved, and goes on if this home is started again. */
    public void stop() {
        running().forEach(build -> build.program().pause());
        ItemListener.all().forEach(ItemListener::onBeforeShutdown);
        try {
            Jenkins.get().cleanUp();
        } finally {
            current = null;
        }
    }

    /**
     * The last act of a controller. Until here steps could still report, agents that were disconnected among them; they
     * get the moment for it that a real shutdown takes.
     */
    public void saveBuilds() {
        List<Build> builds = running();
        try {
            Thread.sleep(builds.isEmpty() ? 0 : 400);
            for (Build build : builds) {
                build.program().save();
            }
        } catch (IOException | InterruptedException x) {
            throw new IllegalStateException("A running build cannot be saved", x);
        }
    }

    /** Deletes all files; modules' directories among them that were made read-only. */
    public void delete() throws IOException {
        try {
            new FilePath(directory).deleteRecursive();
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }

    private List<Build> running() {
        return jobs.values().stream()
                .flatMap(job -> job.builds().stream())
                .filter(Build::isUnfinished)
                .toList();
    }

    /** Adds an agent that comes back with every session. */
    public void addAgent(Node agent) throws IOException {
        agents.add(agent);
        Jenkins.get().addNode(agent);
    }

    public JobState job(String name) {
        return jobs.computeIfAbsent(name, JobState::new);
    }

    /** Sets the directory that {@code checkout scm} copies in a job's builds. */
    public void setSource(String job, File source) {
        job(job).source = source;
    }

    File source(String job) {
        return job(job).source;
    }

    /** What a job's configuration and its build records are on disk. */
    public final class JobState {
        private final String name;
        private final List<Build> builds = new ArrayList<>();
        private volatile FlowDefinition definition;
        private volatile File source;

        JobState(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public FlowDefinition definition() {
            return definition;
        }

        public void setDefinition(FlowDefinition value) {
            definition = value;
        }

        public synchronized List<Build> builds() {
            return List.copyOf(builds);
        }

        public synchronized Build newBuild() {
            int number = builds.size() + 1;
            Build build = new Build(this, number, new File(directory, "jobs/" + name + "/builds/" + number));
            builds.add(build);
            return build;
        }
    }
}
