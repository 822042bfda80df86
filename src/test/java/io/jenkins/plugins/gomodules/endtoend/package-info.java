/**
 * The whole engine against a proxy on loopback and, where there is one, against the go command.
 *
 * <p>A {@link io.jenkins.plugins.gomodules.endtoend.Scenario} is a project with the modules that a proxy has for it.
 * {@link io.jenkins.plugins.gomodules.endtoend.SideBySide} gives it to {@code go mod download} and to the engine, each
 * with an empty cache, and compares what they asked the proxy for and what they left in the cache.
 */
package io.jenkins.plugins.gomodules.endtoend;
