package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.Result;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Objects as arguments of steps. */
@WithJenkins
class DescribableTest {
    private static WorkflowJob job(JenkinsRule r, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "node { %s }",
                "pipeline { agent any; stages { stage('s') { steps { %s } } } }",
                "pipeline { agent any; stages { stage('s') { steps { script { %s } } } } }"
            })
    void bySymbolAndAsMaps(String form, JenkinsRule r) throws Exception {
        String step = "visit(places: [place(name: 'a', size: 2), [name: 'b', size: '3'], place(\"${'c'}\")])";
        WorkflowRun b = r.buildAndAssertSuccess(job(r, form.formatted(step)));
        r.assertLogContains("Been in a of 2, b of 3, c of 1.\n", b);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit(places: [nowhere('a')])", "visit(places: ['a'])", "visit(places: place('a'))"})
    void mistakes(String script, JenkinsRule r) throws Exception {
        r.buildAndAssertStatus(Result.FAILURE, job(r, script));
    }

    @Test
    void theSnippetGeneratorsForm(JenkinsRule r) throws Exception {
        VisitStep step = new VisitStep();
        Place sized = new Place("a");
        sized.setSize(2);
        step.setPlaces(List.of(sized, new Place("b")));
        assertEquals("visit(places: [place(name: 'a', size: 2), place('b')])", Snippetizer.object2Groovy(step));
        assertEquals("disguise('x') {\n    // some block\n}", Snippetizer.object2Groovy(new DisguiseStep("x")));
        assertEquals("A place", r.jenkins.getDescriptorOrDie(Place.class).getDisplayName());
    }
}
