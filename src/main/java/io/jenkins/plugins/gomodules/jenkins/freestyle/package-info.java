/**
 * The same for jobs that are no Pipelines: {@code withGoModules} as a build wrapper, {@code goModPrefetch} as a build step.
 *
 * <p>Each holds the very step, with its parameters, its form and its help, and runs what the step runs. Neither has a symbol:
 * in a Pipeline these names belong to the steps.
 */
package io.jenkins.plugins.gomodules.jenkins.freestyle;
