package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.jenkins.force.HostsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What a block of steps, or the steps of a freestyle build, are given: the settings in force and the hosts. */
final class GoBlock {
    private final SettingsInForce settings;
    private final HostsInForce hosts;

    private GoBlock(SettingsInForce settings, HostsInForce hosts) {
        this.settings = settings;
        this.hosts = hosts;
    }

    /** @throws AbortException with a sentence for the build's log */
    static GoBlock find(WithGoModulesStep step, StepPlace place) throws AbortException {
        try {
            step.check();
            SettingsInForce settings = SettingsInForce.find(step.settings(), place);
            return new GoBlock(settings, settings.hosts());
        } catch (AbortException | IllegalArgumentException e) {
            throw new AbortException(Messages.WithGoModulesStepExecution_failed(e.getMessage()));
        }
    }

    HostsInForce hosts() {
        return hosts;
    }

    /** What must not show. */
    Mask mask() {
        List<HostSecret> secrets = new ArrayList<>(hosts.secrets());
        settings.httpProxyLogin().ifPresent(secrets::add);
        return new Mask(secrets);
    }

    /** The variables to set, without those of an HTTP proxy that has a login. */
    Map<String, String> variables() {
        return settings.forBlock();
    }

    /** Whether the HTTP proxy of Jenkins is to be set too, with its login. */
    boolean usesHttpProxyLogin() {
        return settings.httpProxyLogin().isPresent();
    }

    /** Says what is set, and what is wrong with it. Files on the agent play a part. */
    void tell(FilePath directory, EnvVars env, PrintStream console) throws IOException, InterruptedException {
        settings.warnings().forEach(line -> console.println("WARNING: " + line));
        hosts.notices().forEach(console::println);
        Map<String, Given> variables = settings.variables();
        Mask mask = mask();
        // An agent may answer with any exception, one by which the Pipeline would take the step for a good one
        // included.
        try {
            BlockSettings question =
                    new BlockSettings(directory, new AgentVariables(env, settings.origins()), variables, hosts.shown());
            ForeignText.lines(directory.act(question)).forEach(line -> console.println(mask.apply(line)));
        } catch (FlowInterruptedException e) {
            throw AgentReport.impossible();
        }
    }
}
