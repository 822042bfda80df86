package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.UserRule;
import io.jenkins.plugins.gomodules.jenkins.failures.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;

/** Reads a file in the workspace where it is, so that no more than what is found crosses the network. */
final class ClassifyCallable extends MasterToSlaveCallable<Diagnosis, IOException> {
    private static final long serialVersionUID = 1L;

    private final String directory;
    private final String workspace;
    private final String log;
    private final long limit;
    private final ArrayList<UserRule> rules;
    private final ClassifierContext context;

    ClassifyCallable(
            FilePath directory, EnvVars env, String log, long limit, List<UserRule> rules, ClassifierContext context) {
        this.directory = directory.getRemote();
        workspace = env.get("WORKSPACE");
        this.log = log;
        this.limit = limit;
        this.rules = new ArrayList<>(rules);
        this.context = context;
    }

    @Override
    public Diagnosis call() throws IOException {
        Path base = Path.of(directory);
        new WorkspacePaths(base, workspace).checkFile("classifyFailure", "log", log);
        Path file = base.resolve(log);
        if (!Files.isRegularFile(file)) {
            throw new AbortException(Messages.ClassifyCallable_noFile(log, directory));
        }
        return LogFile.classify(file, limit, rules, context);
    }
}
