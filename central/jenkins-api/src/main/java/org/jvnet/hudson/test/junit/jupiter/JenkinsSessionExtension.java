package org.jvnet.hudson.test.junit.jupiter;

import io.jenkins.standin.Home;
import java.io.File;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;

/** Several sessions of Jenkins on one home; what is between two is a restart. */
public class JenkinsSessionExtension implements BeforeEachCallback, AfterEachCallback {
    private File directory;
    private Home home;

    @FunctionalInterface
    public interface Step {
        void run(JenkinsRule r) throws Throwable;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("jenkins-home").toFile();
        home = new Home(directory);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        home.delete();
    }

    public File getHome() {
        return directory;
    }

    public void then(Step s) throws Throwable {
        JenkinsRule rule = new JenkinsRule(home);
        rule.before();
        try {
            s.run(rule);
        } finally {
            rule.after();
        }
    }
}
