package io.jenkins.standin;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.console.ConsoleLogFilter;
import hudson.console.LineTransformationOutputStream;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code disguise('secret') { … }}: the block has it in SECRET, and shows it nowhere. */
public class DisguiseStep extends Step {
    private final String secret;

    @DataBoundConstructor
    public DisguiseStep(String secret) {
        this.secret = secret;
    }

    public String getSecret() {
        return secret;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, secret);
    }

    static final class Execution extends GeneralNonBlockingStepExecution {
        private static final long serialVersionUID = 1L;

        private final String secret;
        private String session = "first session";

        Execution(StepContext context, String secret) {
            super(context);
            this.secret = secret;
        }

        @Override
        public boolean start() {
            run(() -> {
                StepContext context = getContext();
                String hidden = secret;
                context.newBodyInvoker()
                        .withContexts(
                                EnvironmentExpander.merge(context.get(EnvironmentExpander.class), new Expander(this)),
                                BodyInvoker.mergeConsoleLogFilters(
                                        context.get(ConsoleLogFilter.class), new Filter(hidden)),
                                FailureHandler.merge(
                                        context.get(FailureHandler.class),
                                        (ctx, t) -> t.getMessage().contains(hidden)
                                                ? new AbortException(
                                                        t.getMessage().replace(hidden, "(hidden)"))
                                                : t))
                        .withCallback(new TailCall() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected void finished(StepContext ctx) throws Exception {
                                ctx.get(TaskListener.class).getLogger().println("after the block, " + session);
                            }
                        })
                        .start();
            });
            return false;
        }

        @Override
        public void onResume() {
            super.onResume();
            session = "second session";
        }
    }

    /** Knows its step, and so what becomes of it. */
    private static final class Expander extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;

        private final Execution execution;

        Expander(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void expand(EnvVars env) {
            env.override("SECRET", execution.secret);
            env.override("SESSION", execution.session);
        }
    }

    private static final class Filter extends ConsoleLogFilter implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String secret;

        Filter(String secret) {
            this.secret = secret;
        }

        @Override
        public OutputStream decorateLogger(Run build, OutputStream logger) {
            return new LineTransformationOutputStream.Delegating(logger) {
                @Override
                protected void eol(byte[] b, int len) throws IOException {
                    String line = new String(b, 0, len, StandardCharsets.UTF_8);
                    out.write(line.replace(secret, "(hidden)").getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "disguise";
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
