/**
 * What a build gets on its agent to reach private modules: found among the credentials that the build may use, laid out
 * in a directory of its own, and taken away again.
 *
 * <p>Nothing in here that is saved holds a secret: ids, paths and the names of variables alone. After a restart of the
 * controller the credentials are looked up again. What could not be taken away, because the agent was gone, is remembered
 * and taken away when it is back.
 */
package io.jenkins.plugins.gomodules.jenkins.access;
