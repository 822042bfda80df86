/**
 * What makes the stand-in run: a home with jobs and agents, and a Pipeline engine that is plain Groovy on threads.
 *
 * <p>Nothing here has Jenkins' name, so nothing here may be used by the plugin. A session ({@link
 * io.jenkins.standin.Home#start} to {@code stop}) is what a controller's process is; builds that run when it ends go on
 * in the next one: their step executions are serialized, read back and resumed, while the Groovy program itself only
 * waits (where Jenkins would serialize that too).
 */
package io.jenkins.standin;
