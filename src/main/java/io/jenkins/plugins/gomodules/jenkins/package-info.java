/**
 * All that knows Jenkins. The packages beside this one are the engine: they run unchanged in an agent's JVM, in the
 * command-line tool and in tests, so nothing of Jenkins may be used there.
 */
package io.jenkins.plugins.gomodules.jenkins;
