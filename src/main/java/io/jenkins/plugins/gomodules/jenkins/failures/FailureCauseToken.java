package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;
import org.jenkinsci.plugins.tokenmacro.MacroEvaluationException;

/** {@code ${GO_FAILURE_CAUSE}} in mails and the like, if the Token Macro plugin is there. */
@Extension(optional = true)
public final class FailureCauseToken extends DataBoundTokenMacro {
    private static final String NAME = "GO_FAILURE_CAUSE";

    /** {@code title}, {@code remedy}, {@code id} or {@code all}; set by the plugin that reads the text. */
    @Parameter
    public String part = "title";

    @Override
    public boolean acceptsMacroName(String macroName) {
        return NAME.equals(macroName);
    }

    @Override
    public List<String> getAcceptedMacroNames() {
        return List.of(NAME);
    }

    @Override
    public String evaluate(AbstractBuild<?, ?> context, TaskListener listener, String macroName)
            throws MacroEvaluationException, IOException {
        return evaluate(context, null, listener, macroName);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String macroName)
            throws MacroEvaluationException, IOException {
        try {
            return FailureCauseText.of(run, part);
        } catch (IllegalArgumentException e) {
            throw new MacroEvaluationException(e.getMessage());
        }
    }
}
