package io.jenkins.plugins.gomodules.jenkins.failures;

/**
 * Where in a build something failed.
 *
 * @param nodeId the step's node in the Pipeline; "" for the build as a whole
 * @param step the name by which the step is called; "" for the build as a whole
 * @param branch the names of the stages and parallel branches around it, outermost first
 */
record FailingStep(String nodeId, String step, String branch) {
    /** The build as a whole. */
    static final FailingStep BUILD = new FailingStep("", "", "");
}
