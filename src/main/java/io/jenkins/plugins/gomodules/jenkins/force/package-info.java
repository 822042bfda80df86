/**
 * Which settings are in force for one step of one build, and where each comes from.
 *
 * <p>A setting is looked for from the inside out, and the first place that has it wins: the step's own parameters, what the
 * Pipeline sets around the step, the job, its folders, all of Jenkins, the agent, the go command's default. Lists replace
 * each other; hosts add up, and only the same place on the same host replaces another. What an administrator has locked is
 * not looked for in steps, Pipelines and jobs.
 *
 * <p>It is found out when a step begins, and again when it begins again after a restart of the controller: nothing of it is
 * saved.
 */
package io.jenkins.plugins.gomodules.jenkins.force;
