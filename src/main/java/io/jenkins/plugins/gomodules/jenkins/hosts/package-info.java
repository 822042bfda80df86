/**
 * Hosts of private modules and which credential is for which of them: {@code goHost(…)} in a Jenkinsfile.
 *
 * <p>A credential has to be bound to a host before anything of this plugin uses it, and is then used for the URLs of that
 * host and path alone.
 */
package io.jenkins.plugins.gomodules.jenkins.hosts;
