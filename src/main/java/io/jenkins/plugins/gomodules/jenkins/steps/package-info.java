/**
 * The Pipeline steps.
 *
 * <p>A step's class holds its parameters and checks their syntax; its execution runs the engine in the agent's JVM and
 * waits for it without a thread of the controller. What crosses the channel is plain data: {@code PrefetchOptions} out,
 * {@code PrefetchReport} back, and the latter is checked before anything believes it, since an agent may send whatever
 * it likes. An execution's state is its parameters alone: after a restart of the controller it starts again, and finds in
 * the module cache what it had fetched before.
 */
package io.jenkins.plugins.gomodules.jenkins.steps;
